package org.clausebot.chat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clausebot.answer.Answer;
import org.clausebot.answer.Context;
import org.clausebot.datafile.DataFileException;

/**
 * All that the bot says in its own words. It stands in one file, so that a headteacher can read and change it; nothing
 * in it is the policy's.
 *
 * @param smallTalk for messages that ask nothing
 * @param answers what stands around the quotes
 * @param badge what stands around a clause's own words of strength
 * @param beside what one clause has to do with another
 * @param urgent first steps, before any search result
 * @param report what stands above the people to tell
 * @param reporting what is said on the way through a report
 * @param feedback thanks for a vote
 * @param welcome what stands on an empty page
 * @param logging what is said of the question log
 * @param waiting what the web page says to those who want to be told later
 */
public record Phrases(
        Map<Answer.SmallTalk.Kind, String> smallTalk,
        Answers answers,
        Badge badge,
        Beside beside,
        Map<Answer.Concern, FirstSteps> urgent,
        OnlyAsking onlyAsking,
        Report report,
        Reporting reporting,
        Thanks feedback,
        Welcome welcome,
        Logging logging,
        Waiting waiting) {

    public Phrases {
        smallTalk = Map.copyOf(smallTalk);
        urgent = Map.copyOf(urgent);
    }

    /**
     * What stands around the quotes. {@code tooLong} may hold {@code {length}} and {@code {limit}}; {@code elsewhere}
     * stands before the school's own words on what another policy answers.
     */
    public record Answers(
            String quoted,
            String nearest,
            String notCovered,
            String elsewhere,
            String whomToAsk,
            String blank,
            String tooLong) {}

    /**
     * What stands around a clause's own words of strength.
     *
     * @param says holds {@code {words}}
     * @param differ said when the clauses that answer are not all as strong
     */
    public record Badge(String says, String differ) {}

    /**
     * What one clause has to do with another; {@code {clause}} and {@code {other}} stand for their numbers and {@code
     * {document}} for a document's name.
     *
     * @param title stands above all of it
     * @param links one for each relation
     * @param elsewhere another document that is not here
     * @param here one that is
     */
    public record Beside(String title, Map<Context.Relation, String> links, String elsewhere, String here) {
        public Beside {
            links = Map.copyOf(links);
        }
    }

    /**
     * How a person says that nothing has happened.
     *
     * @param button what the button says, and what it sends
     * @param typed how to say it where there are no buttons
     * @param below what stands above the ordinary answer, where it is shown below first steps
     * @param also other ways to say it, in small letters
     */
    public record OnlyAsking(String button, String typed, String below, List<String> also) {
        public OnlyAsking {
            also = List.copyOf(also);
        }

        /** Whether {@code message} says so, whatever its capitals and full stops. */
        public boolean says(String message) {
            return new Command(button, also).says(message);
        }
    }

    /**
     * Something that a person can tell the bot to do.
     *
     * @param button what the button says, and what it sends
     * @param also other ways to say it
     */
    public record Command(String button, List<String> also) {
        public Command {
            also = List.copyOf(also);
        }

        /** Whether {@code message} says so, whatever its capitals and full stops. */
        public boolean says(String message) {
            String plain = plain(message);
            return plain.equals(plain(button))
                    || also.stream().anyMatch(way -> plain(way).equals(plain));
        }

        /** Without what does not matter when two messages are compared. */
        static String plain(String words) {
            return words.toLowerCase(Locale.UK)
                    .replace("’", "'")
                    .replaceAll("[.!,?“”\"]+", "")
                    .replaceAll("\\s+", " ")
                    .strip();
        }
    }

    /**
     * What is said of the question log.
     *
     * @param asked asks what is logged
     * @param off switches it off for whoever says it
     * @param on switches it on again
     * @param page what its page says
     */
    public record Logging(Command asked, Command off, Command on, Page page) {}

    /**
     * The page about the question log.
     *
     * @param kept what is kept, a sentence or two each
     * @param never what is not, likewise
     * @param isOn said where the reader's questions are logged
     * @param isOff said where they are not
     */
    public record Page(
            String title,
            String keptTitle,
            List<String> kept,
            String neverTitle,
            List<String> never,
            String isOn,
            String isOff) {
        public Page {
            kept = List.copyOf(kept);
            never = List.copyOf(never);
        }
    }

    /**
     * What the web page says to those who want to be told when the policy answers their question.
     *
     * @param tellMe the button that has the question kept
     * @param dontTell the button that has it forgotten
     * @param kept said once it is
     * @param tooMany holds {@code {most}}
     * @param gone said where the words are forgotten
     * @param takenBack said once nobody waits for it any more
     * @param list stands above what this browser waits for
     * @param answered stands above the answer; holds {@code {day}}
     */
    public record Waiting(
            String tellMe,
            String dontTell,
            String kept,
            String tooMany,
            String gone,
            String takenBack,
            String list,
            String answered) {}

    /**
     * What is said on the way through a report.
     *
     * @param words by what they are for
     * @param list asks for the reports that can be made
     * @param goOn goes on with one that waits
     * @param throwAway asks to throw it away
     * @param reallyThrowAway does
     */
    public record Reporting(
            Map<ReportPhrase, String> words, Command list, Command goOn, Command throwAway, Command reallyThrowAway) {
        public Reporting {
            words = Map.copyOf(words);
        }
    }

    /**
     * What to do now.
     *
     * @param title in a few words
     * @param steps in order
     * @param report names its guided report
     */
    public record FirstSteps(String title, List<String> steps, String report) {
        public FirstSteps {
            steps = List.copyOf(steps);
        }
    }

    /** What stands around the people to tell. */
    public record Report(
            String title,
            String nothingSent,
            String danger,
            String whom,
            String noContacts,
            String ring,
            String clauses,
            String flow) {}

    /** Thanks for a vote. */
    public record Thanks(String helpful, String notAsked, String gone) {}

    /** What stands on an empty page. */
    public record Welcome(String title, String text, String examplesTitle, List<String> examples, String privacy) {
        public Welcome {
            examples = List.copyOf(examples);
        }
    }

    /**
     * Reads {@code conversations/phrases.yaml} or a file like it.
     *
     * @throws DataFileException when a phrase is missing, empty or not known, with file and line
     */
    public static Phrases read(Path file) throws DataFileException {
        return PhrasesReader.read(file);
    }

    /** What is said of a message that is too long, with both lengths. */
    public String tooLong(Reply.TooLong reply) {
        return answers.tooLong()
                .replace("{length}", Integer.toString(reply.length()))
                .replace("{limit}", Integer.toString(reply.limit()));
    }

    /** The words for {@code kind}. */
    public String smallTalk(Answer.SmallTalk.Kind kind) {
        return smallTalk.getOrDefault(kind, "");
    }

    /** What {@code relation} is, in a sentence. */
    String beside(Context.Relation relation) {
        return beside.links().getOrDefault(relation, "");
    }

    /** The words for {@code phrase}. */
    public String say(ReportPhrase phrase) {
        return reporting.words().getOrDefault(phrase, "");
    }

    /** The words for {@code phrase} with {@code value} where they hold {@code {name}}. */
    public String say(ReportPhrase phrase, String name, String value) {
        return say(phrase).replace("{" + name + "}", value);
    }

    public FirstSteps urgent(Answer.Concern concern) {
        return urgent.getOrDefault(concern, new FirstSteps("", List.of(), ""));
    }
}
