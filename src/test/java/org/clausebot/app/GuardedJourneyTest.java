package org.clausebot.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reports from which something or somebody is kept: any picture, and the person whom a report is about. */
class GuardedJourneyTest extends Journeys {
    private static APIResponse forged(Page page, String csrf, String step) {
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
        return page.request()
                .post(
                        page.url().replaceAll("/[^/]*$", "/ask"),
                        RequestOptions.create()
                                .setMultipart(FormData.create()
                                        .set("_csrf", csrf)
                                        .set("step", step)
                                        .set("upload", "yes")
                                        .set("file", new FilePayload("a.png", "image/png", picture))));
    }

    @Test
    void an_indecent_image_is_reported_by_telephone_first_and_no_file_is_ever_taken() throws Exception {
        StaffPage staff = site.staff();
        staff.say("Report an indecent image");
        staff.asked("Which of these is nearest to what you know?");
        assertThat(staff.latest()).containsText("01632 960010");
        assertThat(staff.latest()).containsText("101");
        assertThat(staff.latest()).containsText("Ring the police and the LADO at once");
        staff.shot("3-first-step");
        String csrf = staff.page().locator("#ask-form [name=_csrf]").inputValue();
        String step = staff.latest().locator("[name=step]").first().inputValue();
        APIResponse answer = forged(staff.page(), csrf, step);
        assertThat(answer.status()).isLessThan(500);
        assertThat(answer.text()).contains("No file can be taken here. It was not kept, and nothing else was changed.");
        assertThat(site.rows("evidence")).isZero();

        staff.page().reload();
        staff.asked("Which of these is nearest to what you know?");
        noFileField(staff);
        staff.choose("An adult is involved, or may be");
        staff.asked("Whom have you rung?");
        noFileField(staff);
        staff.choose("The police and the LADO");
        staff.asked("Is this about one of these people, or might it be?");
        staff.answer("no");
        staff.asked("Which adult is involved, if you know?");
        staff.choose("Skip this");
        staff.asked("Which children are involved, if you know?");
        staff.choose("Skip this");
        staff.asked("What is it on?");
        noFileField(staff);
        staff.choose("A school computer or tablet");
        staff.asked("Where is it now? Give only the place.");
        assertThat(staff.latest().locator("textarea")).hasCount(0);
        String late = staff.latest().locator("[name=step]").first().inputValue();
        assertThat(forged(staff.page(), csrf, late).text()).contains("No file can be taken here");
        staff.answer("in the locked drawer of the office");
        staff.asked("When did you find it, or hear of it?");
        staff.choose("Skip this");
        staff.asked("Who else knows?");
        staff.choose("Skip this");
        staff.asked("What is your name?");
        noFileField(staff);
        staff.answer("Mary Wood");
        staff.asked("Is this right?");
        noFileField(staff);
        staff.shot("3-summary");
        staff.send();
        assertThat(staff.latest()).containsText("01632 960010");
        staff.shot("3-receipt");
        assertThat(site.rows("evidence")).isZero();
        assertThat(site.rows("incident")).isEqualTo(1);
        assertThat(site.complaints).isEmpty();
    }

    private static void noFileField(StaffPage staff) {
        assertThat(staff.page().locator("input[type=file]")).hasCount(0);
    }

    private void tellsOfTheHeadteacher(StaffPage staff) {
        staff.say("Report a concern about an adult");
        staff.asked("Is this about one of these people, or might it be?");
        staff.tick("The headteacher");
        staff.asked("Is one of these people too close to the adult to deal with it fairly?");
        staff.choose("No");
        staff.asked("Who is the adult, if you know?");
        staff.answer("Jane Smith");
        staff.asked("How do you know of it?");
        staff.choose("I saw or heard it myself");
        staff.asked("Was it online, by message or by phone?");
        staff.choose("No");
        staff.asked("What did you see or hear?");
        staff.answer("She shouted at a child behind the hall and held the child by the arm.");
        for (String question : List.of(
                "When was it?",
                "Where was it?",
                "Which children are part of it, if any?",
                "Who else was there, or who knows about it?",
                "Is there anything else that you know of, from this time or an earlier one?",
                "Whom have you told?")) {
            staff.asked(question);
            staff.choose("Skip this");
        }
        staff.asked("Have you something to add, such as a screen print?");
        staff.choose("No more files");
        staff.asked("What is your name?");
        staff.choose("Keep my name out");
    }

    @Test
    void a_concern_about_the_headteacher_reaches_the_chair_and_never_the_headteacher() throws Exception {
        DeskPage head = site.receiver("jane-smith", "head@oakfield.example");
        site.clock.pass(Duration.ofDays(8));
        DeskPage chair = site.receiver("tom-reed", "chair@governors.oakfield.example");
        assertThat(chair.page.locator("main")).containsText("Your cases are shown from");
        chair.shot("4-desk-waits");
        site.clock.pass(Duration.ofHours(25));
        int before = site.settled();

        StaffPage staff = site.staff();
        tellsOfTheHeadteacher(staff);
        staff.asked("Is this right?");
        assertThat(staff.latest().locator(".sees")).containsText("Tom Reed");
        assertThat(staff.latest().locator(".sees")).not().containsText("Jane Smith");
        staff.shot("4-summary");
        String code = staff.send();
        assertThat(staff.latest()).containsText("Tom Reed");
        List<MimeMessage> mails = site.mails(before + 1);
        assertThat(JourneySite.addressees(mails.subList(before, mails.size())))
                .containsExactly("chair@governors.oakfield.example");

        chair.signIn();
        chair.open("Report a concern about an adult");
        String address = chair.page.url();
        assertThat(chair.page.locator(".answers")).not().containsText("Mary");
        assertThat(chair.page.locator(".answers")).not().containsText("As attached");
        assertThat(chair.page.locator("#people")).not().containsText("Jane Smith");
        chair.shot("4-desk-case");

        head.signIn();
        head.cases();
        assertThat(head.page.locator("main")).containsText("No cases.");
        head.shot("4-desk-head");
        assertThat(head.page.navigate(address).status()).isEqualTo(404);
        head.page.navigate(site.at("/desk?q=shouted"));
        assertThat(head.page.locator("main")).containsText("None of your cases fits.");
        for (String place : List.of("/desk/register", "/desk/retention?by=2060-01-01", "/desk/account")) {
            head.page.navigate(site.at(place));
            assertThat(head.page.locator("main")).not().containsText("concern");
        }

        chair.page.navigate(address);
        chair.close("The LADO has taken it on. Thank you for telling me.");
        staff.say(code);
        assertThat(staff.latest()).containsText("The LADO has taken it on.");
        head.cases();
        assertThat(head.page.locator("main")).containsText("No cases.");
        assertThat(site.complaints).isEmpty();
    }
}
