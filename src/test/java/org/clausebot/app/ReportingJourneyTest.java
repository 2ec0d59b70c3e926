package org.clausebot.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import org.clausebot.chat.web.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the first message that somebody types to the day on which they read what came of it. */
class ReportingJourneyTest {
    private static Browser browser;

    @TempDir
    private Path data;

    private JourneySite site;

    @BeforeAll
    static void openBrowser() {
        browser = new Browser();
    }

    @AfterAll
    static void closeBrowser() {
        browser.close();
    }

    @BeforeEach
    void serve() throws Exception {
        site = new JourneySite(data, browser);
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private void tellsOfAPupil(StaffPage staff) {
        staff.say("a year 6 found my instagram and messaged me");
        assertThat(staff.page().locator(".urgent")).hasCount(1);
        staff.shot("1-urgent");
        staff.choose("Report contact from a pupil");
        staff.asked("Does anything in it make you worried for the child?").shot("1-first-step");
        staff.choose("No, I am not worried");
        staff.asked("Is this about one of these people, or might it be?").shot("1-subject");
        staff.answer("no");
        staff.asked("Which pupil was it?");
        staff.answer("Sam in 6B");
        staff.asked("How did the pupil reach you?");
        staff.answer("can I friend a parent?");
        assertThat(staff.latest().locator(".quote").first()).isVisible();
        staff.asked("How did the pupil reach you?").shot("1-question-in-the-middle");
        staff.choose("On social media");
        staff.asked("When was it?").shot("1-when");
        staff.answer("yesterday about 4");
        staff.asked("What did the pupil write or say?");
        staff.answer("She wrote: hello miss, is this you?");
        staff.asked("Have you answered the pupil?");
        staff.choose("No");
        staff.asked("How did the pupil get your number, address or account, if you know?");
        staff.choose("Skip this");
        staff.asked("Have you a screen print of the messages to add?").shot("1-files");
        staff.choose("No more files");
        staff.asked("What is your name?");
        staff.answer("Mary Wood");
    }

    @Test
    void a_pupil_s_message_is_reported_dealt_with_and_the_outcome_is_read() throws Exception {
        StaffPage staff = site.staff();
        staff.shot("1-start");
        tellsOfAPupil(staff);
        staff.asked("Is this right?");
        Locator pupil = staff.latest().locator(".summary > div").filter(new Locator.FilterOptions().setHasText("Sam in 6B"));
        staff.shot("1-summary");
        pupil.locator("button").click();
        staff.asked("Which pupil was it?");
        staff.answer("Alex in 6B");
        staff.asked("Is this right?");
        assertThat(staff.latest().locator(".summary")).containsText("Alex in 6B");
        assertThat(staff.latest().locator(".summary")).not().containsText("Sam in 6B");
        assertThat(staff.latest().locator(".sees")).containsText("Amina Khan");
        String code = staff.send();
        staff.shot("1-receipt");

        List<MimeMessage> mails = site.mails(2);
        assertThat(JourneySite.addressees(mails))
                .containsExactlyInAnyOrder("head@oakfield.example", "dsl@oakfield.example");
        assertThat(mails).allSatisfy(mail -> {
            assertThat(mail.getSubject()).isEqualTo("There is something to read on the Clausebot case desk");
            assertThat(String.valueOf(mail.getContent()))
                    .contains("https://clausebot.oakfield.example/desk")
                    .doesNotContainIgnoringCase("pupil", "contact", "child", "alex", "mary", code);
        });
        assertThat(site.holding("Alex in 6B")).isEmpty();
        assertThat(site.holding("hello miss")).isEmpty();

        site.clock.pass(Duration.ofHours(1));
        DeskPage dsl = site.receiver("amina-khan", "dsl@oakfield.example");
        dsl.open("Report contact from a pupil");
        assertThat(dsl.page.locator(".answers")).containsText("Alex in 6B");
        assertThat(dsl.page.locator(".answers")).containsText("She wrote: hello miss, is this you?");
        assertThat(dsl.page.locator(".case-main .quote").first()).isVisible();
        assertThat(dsl.page.locator(".case-main")).containsText("firmly and politely");
        dsl.shot("1-desk-case");
        dsl.note("I shall ring the parents at three.");
        dsl.message("Thank you. I have spoken with the child, who is well.");
        dsl.inHand();
        dsl.shot("1-desk-in-hand");

        staff.say(code);
        assertThat(staff.latest()).containsText("Somebody is dealing with it.");
        assertThat(staff.latest()).containsText("I have spoken with the child, who is well.");
        assertThat(staff.latest()).not().containsText("ring the parents");
        staff.shot("1-status");

        site.clock.pass(Duration.ofMinutes(10));
        dsl.close("The parents know, and the account is gone.");
        dsl.shot("1-desk-closed");
        staff.say(code);
        assertThat(staff.latest()).containsText("It is closed.");
        assertThat(staff.latest()).containsText("They wrote: The parents know, and the account is gone.");
        assertThat(staff.latest().locator("textarea")).hasCount(0);
        staff.shot("1-outcome");
        assertThat(site.complaints).isEmpty();
    }

    private void tellsOfBullying(StaffPage staff, byte[] picture) {
        staff.say("Report threats or bullying online");
        staff.asked("Who is being bullied or threatened?").shot("2-first-step");
        staff.choose("I am");
        staff.asked("Is one of these people doing it, or might it be one of them?");
        staff.answer("no");
        staff.asked("Whom would you like to tell?").shot("2-whom");
        staff.answer("Owen Price");
        staff.asked("What has happened?");
        staff.answer("An account shares my picture and writes that I should leave, or else.");
        staff.asked("When did it last happen?");
        staff.choose("Skip this");
        staff.asked("Where did it happen?");
        staff.answer("A parents' group");
        staff.asked("Is there the address of a web page?");
        staff.choose("Skip this");
        staff.asked("Who is doing it, if you know?");
        staff.choose("Skip this");
        staff.asked("Have you screen prints or messages to add?");
        staff.add("holiday.png", "image/png", picture);
        assertThat(staff.latest().locator(".file")).hasText("holiday.png");
        staff.add("notes.txt", "text/plain", "Monday 9:05".getBytes(StandardCharsets.UTF_8));
        assertThat(staff.latest().locator(".file")).hasCount(2);
        byte[] program = "MZ\u0090\0\3\0\0\0\4\0\0\0\u00ff\u00ff".getBytes(StandardCharsets.ISO_8859_1);
        staff.add("tool.png", "image/png", program);
        assertThat(staff.latest().locator(".note")).containsText("this file was not kept");
        assertThat(staff.latest().locator(".file")).hasCount(2);
        assertThat(staff.page().locator(".exchange:not(:last-of-type) .controls")).hasCount(0);
        staff.shot("2-files");
        staff.latest()
                .locator(".files li")
                .filter(new Locator.FilterOptions().setHasText("notes.txt"))
                .locator("button")
                .click();
        assertThat(staff.latest().locator(".note")).containsText("The file is removed.");
        assertThat(staff.latest().locator(".file")).hasText("holiday.png");
        staff.choose("No more files");
        staff.asked("It is for you alone to decide whether to tell the police. What would you like?");
        assertThat(staff.latest().locator(".quote").first()).isVisible();
        staff.shot("2-police");
        staff.choose("I do not want to tell the police");
        staff.asked("What would you like to happen?");
        staff.choose("Skip this");
        staff.asked("What is your name?");
        staff.answer("Mary Wood");
    }

    @Test
    void a_bullied_colleague_s_picture_arrives_clean_and_their_wish_as_they_put_it() throws Exception {
        byte[] picture = TaggedPicture.png("12 Elm Road, Oakfield");
        StaffPage staff = site.staff();
        tellsOfBullying(staff, picture);
        staff.send();
        assertThat(JourneySite.addressees(site.mails(1))).containsExactly("o.price@oakfield.example");
        assertThat(site.rows("evidence")).isEqualTo(1);
        assertThat(site.holding("Elm Road")).isEmpty();

        DeskPage owen = site.receiver("owen-price", "o.price@oakfield.example");
        owen.open("Report threats or bullying online");
        assertThat(owen.page.locator(".answers")).containsText("I do not want to tell the police");
        assertThat(owen.page.locator(".answers")).containsText("As attached");
        assertThat(owen.page.locator(".files li")).hasCount(1);
        owen.shot("2-desk-case");
        byte[] clean = owen.saved(() -> owen.page.getByText("Download the clean copy").click());
        assertThat(new String(clean, StandardCharsets.ISO_8859_1)).doesNotContain("Elm Road", "tEXt", "eXIf");
        assertThat(ImageIO.read(new ByteArrayInputStream(clean)).getWidth()).isEqualTo(60);
        owen.page.getByText("The original …").click();
        assertThat(owen.page.locator("main")).containsText("Take the clean copy unless you must have the original.");
        owen.shot("2-desk-original");
        byte[] original =
                owen.saved(() -> owen.page.getByText("Download the original").click());
        assertThat(original).isEqualTo(picture);
        owen.open("Report threats or bullying online");
        assertThat(owen.page.locator(".chronology")).containsText("File downloaded");
        assertThat(site.complaints).isEmpty();
    }

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
