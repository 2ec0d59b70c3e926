package org.clausebot.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** From the first message that somebody types to the day on which they read what came of it. */
class ReportingJourneyTest extends Journeys {
    private void tellsOfAPupil(StaffPage staff) {
        staff.say("a year 6 found my instagram and messaged me");
        assertThat(staff.latest().locator(".quote").first()).containsText("must report the matter");
        staff.shot("1-answer");
        staff.say("Report contact from a pupil");
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
        Locator pupil =
                staff.latest().locator(".summary > div").filter(new Locator.FilterOptions().setHasText("Sam in 6B"));
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
        assertThat(staff.page().locator(".exchange:not(:last-of-type) .controls"))
                .hasCount(0);
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
        byte[] clean =
                owen.saved(() -> owen.page.getByText("Download the clean copy").click());
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
}
