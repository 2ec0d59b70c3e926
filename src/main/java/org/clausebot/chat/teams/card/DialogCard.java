package org.clausebot.chat.teams.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clausebot.chat.Asking;
import org.clausebot.chat.Phrases;
import org.clausebot.chat.Reply;
import org.clausebot.chat.ReportPhrase;
import org.clausebot.chat.talk.ButtonValue;
import org.clausebot.chat.talk.Fields;
import org.clausebot.chat.talk.WindowTalk;

/**
 * What stands in a dialog. Its button carries the step's token and nothing else: the state stays where it is kept,
 * sealed. {@link Fields#words} makes words of what is filled in.
 */
public final class DialogCard {
    /**
     * What one field takes. Two of them make the longest answer there is, and an answer in Latin letters finds room in the
     * dialog again when there is something wrong with it.
     */
    static final int MOST = Asking.LONGEST / 2;

    /** A longer question stands above its field. */
    private static final int LABEL = 300;

    private final Phrases phrases;
    private final TeamsWords words;
    private final Map<String, String> filled;
    private final List<Part> parts = new ArrayList<>();

    private DialogCard(Phrases phrases, TeamsWords words, List<String> wrong, Map<String, String> filled) {
        this.phrases = phrases;
        this.words = words;
        this.filled = Map.copyOf(filled);
        if (!wrong.isEmpty()) {
            parts.add(new Part.Container(Kit.lines(wrong), "attention", ""));
        }
    }

    /**
     * A dialog for a step; where nothing can be filled in, as for files, it only says so.
     *
     * @param wrong what is wrong with what was filled in before; nothing at first
     * @param filled what was filled in before, by field
     */
    public static TeamsMessage step(
            Asking asking, List<String> wrong, Map<String, String> filled, Phrases phrases, TeamsWords words) {
        DialogCard dialog = new DialogCard(phrases, words, wrong, filled);
        Asking.Field field = asking.field();
        boolean fields = dialog.fields(field);
        return dialog.made(fields, asking.token(), words.say(TeamsPhrase.NOTICE_STEP));
    }

    /** A dialog that adds to a report sent earlier. */
    public static TeamsMessage adding(
            Reply.Status status, List<String> wrong, Map<String, String> filled, Phrases phrases, TeamsWords words) {
        DialogCard dialog = new DialogCard(phrases, words, wrong, filled);
        dialog.typed(phrases.say(ReportPhrase.ADD), true);
        return dialog.made(true, status.token(), words.say(TeamsPhrase.NOTICE_REPORT));
    }

    /**
     * A dialog that was sent off and could not be taken, since its step is no longer asked or the program failed: what was
     * written stands in it still, so that it can be sent again or copied.
     */
    public static TeamsMessage late(
            String token, List<String> wrong, Map<String, String> filled, Phrases phrases, TeamsWords words) {
        Map<String, String> written = filled.containsKey(Fields.ANSWER)
                ? filled
                : Map.of(
                        Fields.ANSWER,
                        Fields.words(WindowTalk.input(filled), filled).orElse(""));
        DialogCard dialog = new DialogCard(phrases, words, wrong, written);
        dialog.typed(phrases.say(ReportPhrase.YOUR_ANSWER), true);
        return dialog.made(true, token, words.say(TeamsPhrase.NOTICE_REPORT));
    }

    private boolean fields(Asking.Field field) {
        return switch (field.input()) {
            case LONG -> {
                typed(field.question(), true);
                yield true;
            }
            case LINE, PERSON, NUMBER, WEB_ADDRESS -> {
                typed(field.question(), false);
                yield true;
            }
            case DAY -> {
                parts.add(new Part.InputDate(Fields.DAY, label(field.question()), before(Fields.DAY)));
                yield true;
            }
            case DAY_AND_TIME -> {
                parts.add(new Part.InputDate(Fields.DAY, label(field.question()), before(Fields.DAY)));
                parts.add(new Part.InputTime(Fields.TIME, phrases.say(ReportPhrase.TIME), before(Fields.TIME)));
                yield true;
            }
            case CHOICES, SURE, CONFIRM, SEND -> choices(field);
            case FILES -> {
                parts.addAll(Kit.says(phrases.say(ReportPhrase.FILES_ELSEWHERE)));
                yield false;
            }
        };
    }

    private boolean choices(Asking.Field field) {
        Choices choices = Choices.of(field.choices(), field.choices(), words);
        if (!choices.fit()) {
            parts.addAll(Kit.says(field.question()));
            parts.addAll(choices.everyone());
            typed(phrases.say(ReportPhrase.YOUR_ANSWER), false);
            return true;
        }
        String label = label(field.question());
        parts.addAll(choices.listed());
        parts.add(choices.ticks(label, field.several(), before(Fields.TICKS + 1)));
        return true;
    }

    private String before(String field) {
        return filled.getOrDefault(field, "");
    }

    /** The question stands as the field's label, or above it where it is too long for one. */
    private String label(String question) {
        if (question.length() <= LABEL && !question.isBlank()) {
            return question;
        }
        parts.addAll(Kit.says(question));
        return phrases.say(ReportPhrase.YOUR_ANSWER);
    }

    private void typed(String question, boolean several) {
        String label = label(question);
        String empty = words.say(TeamsPhrase.WINDOW_EMPTY);
        parts.add(new Part.InputText(Fields.ANSWER, label, before(Fields.ANSWER), several, MOST, true, empty));
        if (several) {
            String more = words.say(TeamsPhrase.WINDOW_MORE);
            parts.add(new Part.InputText(Fields.MORE, more, before(Fields.MORE), true, MOST, false, ""));
        }
    }

    private TeamsMessage made(boolean fields, String token, String notice) {
        if (fields) {
            Act send = new Act.Submit(
                    words.say(TeamsPhrase.WINDOW_SEND),
                    Act.carried(new ButtonValue.OpenWindow(token)),
                    "positive",
                    "",
                    "auto");
            parts.add(new Part.ActionSet(List.of(send)));
        }
        return new Sheet(words).message(notice, parts);
    }
}
