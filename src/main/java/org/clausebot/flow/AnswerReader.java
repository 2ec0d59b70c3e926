package org.clausebot.flow;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clausebot.school.Receiver;
import org.clausebot.school.Role;

/** Reads a message as the answer to a step. */
final class AnswerReader {
    static final String WITHHELD = "withheld";
    static final String NOT_SURE = "not-sure";

    private static final Given SKIPPED = new Given("", "Not answered");
    private static final List<String> NUMBERS = List.of(
            "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");
    private static final Set<String> EVIDENCE_DONE = Set.of(
            "done", "that is all", "that's all", "go on", "finished", "all done", "next", "continue", "yes", "ready");
    private static final Set<String> EVIDENCE_NONE = Set.of("no", "none", "nothing", "no files", "nope", "not now");
    private static final List<String> KEEP_OUT = List.of(
            "keep it out",
            "keep my name out",
            "anonymous",
            "anonymously",
            "withhold",
            "no name",
            "leave it out",
            "stay anonymous",
            "without my name",
            "i would rather not say",
            "i'd rather not say",
            "rather not say",
            "prefer not to say",
            "i want to stay anonymous",
            "leave my name out",
            "no",
            "keep me out of it");

    private final Flow flow;
    private final Map<String, Given> answers;
    private final Context context;

    AnswerReader(Flow flow, Map<String, Given> answers, Context context) {
        this.flow = flow;
        this.answers = answers;
        this.context = context;
    }

    static Given skipped() {
        return SKIPPED;
    }

    /** What may be chosen at {@code step}; empty for free words. */
    List<OptionReader.Named> options(Step step) {
        return switch (step) {
            case Step.Confirm confirm ->
                List.of(new OptionReader.Named("yes", "Yes, that is right", List.of("that is right")));
            case Step.Submit submit ->
                List.of(
                        new OptionReader.Named(
                                "yes", "Yes, send it now", List.of("send", "send it", "send it now", "send now")),
                        new OptionReader.Named("no", "No, not yet", List.of("not yet", "do not send", "don't send")));
            case Step.Say say -> List.of();
            case Step.Choose choose -> OptionReader.named(choose.options());
            case Step.Ask ask -> options(ask.as());
        };
    }

    private List<OptionReader.Named> options(AnswerKind kind) {
        return switch (kind) {
            case AnswerKind.YesNo yesNo ->
                List.of(new OptionReader.Named("yes", "Yes", List.of()), new OptionReader.Named("no", "No", List.of()));
            case AnswerKind.Choice choice -> OptionReader.named(choice.options());
            case AnswerKind.Choices choices -> OptionReader.named(choices.options());
            case AnswerKind.Subject subject -> subjects(subject);
            case AnswerKind.Recipient recipient -> recipients(recipient);
            case AnswerKind.Name name ->
                name.withhold() ? List.of(new OptionReader.Named(WITHHELD, "Keep my name out", KEEP_OUT)) : List.of();
            case AnswerKind.Evidence evidence ->
                List.of(new OptionReader.Named("done", "That is all", List.copyOf(EVIDENCE_DONE)));
            case AnswerKind.Text free -> List.of();
            case AnswerKind.LongText free -> List.of();
            case AnswerKind.When free -> List.of();
            case AnswerKind.Date free -> List.of();
            case AnswerKind.Person free -> List.of();
            case AnswerKind.Number free -> List.of();
            case AnswerKind.WebAddress free -> List.of();
        };
    }

    private static List<OptionReader.Named> subjects(AnswerKind.Subject subject) {
        List<OptionReader.Named> options = new ArrayList<>();
        options.add(new OptionReader.Named("no", "No", List.of("none", "none of them", "nobody", "no one", "neither")));
        options.add(new OptionReader.Named(
                NOT_SURE,
                "I am not sure",
                List.of("not sure", "unsure", "i do not know", "i don't know", "maybe", "perhaps")));
        for (Role role : subject.of()) {
            options.add(new OptionReader.Named(role.code(), capital(role.title()), names(role)));
        }
        return options;
    }

    static List<String> names(Role role) {
        return switch (role) {
            case HEADTEACHER ->
                List.of("head", "head teacher", "headteacher", "headmaster", "headmistress", "principal");
            case SAFEGUARDING_LEAD ->
                List.of("dsl", "the dsl", "safeguarding lead", "the safeguarding lead", "designated safeguarding lead");
            case DEPUTY_SAFEGUARDING_LEAD ->
                List.of(
                        "deputy dsl",
                        "the deputy dsl",
                        "deputy safeguarding lead",
                        "ddsl",
                        "deputy designated safeguarding lead");
            case CHAIR_OF_GOVERNORS -> List.of("chair", "the chair", "chair of governors");
            case ONLINE_SAFETY_LEAD -> List.of("online safety lead", "the online safety lead", "online-safety lead");
            case LINE_MANAGER -> List.of("line manager", "my line manager", "manager", "my manager");
            case SENIOR_LEADER -> List.of("senior leader", "slt", "senior leadership");
            case HUMAN_RESOURCES -> List.of("hr", "human resources");
            // Nobody is told of a report for holding these.
            case POLICY_OWNER, DEPUTY_POLICY_OWNER, POLICY_READER -> List.of();
        };
    }

    /** Nobody whom the report is about is offered, in whatever role. */
    private List<OptionReader.Named> recipients(AnswerKind.Recipient recipient) {
        Set<Role> subjects = flow.subjects(answers);
        if (context.school().isEmpty()) {
            return recipient.of().stream()
                    .filter(role -> !subjects.contains(role))
                    .map(role -> new OptionReader.Named(role.code(), capital(role.title()), names(role)))
                    .toList();
        }
        List<OptionReader.Named> options = new ArrayList<>();
        for (Role role : recipient.of()) {
            for (Receiver person : context.school().get().holding(role)) {
                boolean offered = options.stream().anyMatch(o -> o.id().equals(person.id()));
                if (!offered && person.roles().stream().noneMatch(subjects::contains)) {
                    List<String> names = new ArrayList<>(List.of(person.name()));
                    if (context.school().get().holding(role).size() == 1) {
                        names.addAll(names(role));
                    }
                    options.add(new OptionReader.Named(person.id(), person.name() + ", " + role.title(), names));
                }
            }
        }
        return options;
    }

    /** The message as the answer to {@code step}, which is neither confirm nor submit. */
    Reading read(Step step, String message) {
        Optional<AnswerKind> kind = step.kind();
        return kind.isEmpty() ? new Reading.Unread("") : read(step, kind.get(), message);
    }

    private Reading read(Step step, AnswerKind kind, String message) {
        return switch (kind) {
            case AnswerKind.Text text -> words(message.replaceAll("\\s+", " "), text.max());
            case AnswerKind.LongText text -> words(message, text.max());
            case AnswerKind.Person person -> words(message.replaceAll("\\s+", " "), person.max());
            case AnswerKind.When when ->
                new WhenReader(context.now().atZone(context.zone()), when.future(), true).read(message);
            case AnswerKind.Date date ->
                new WhenReader(context.now().atZone(context.zone()), date.future(), false).read(message);
            case AnswerKind.YesNo yesNo -> yesNo(message);
            case AnswerKind.Choice choice -> new OptionReader(options(step)).one(message);
            case AnswerKind.Choices choices -> new OptionReader(options(step)).several(message);
            case AnswerKind.Recipient recipient -> new OptionReader(options(step)).one(message);
            case AnswerKind.Subject subject -> subject(new OptionReader(options(step)).several(message));
            case AnswerKind.Number number -> number(message, number);
            case AnswerKind.WebAddress address -> address(message);
            case AnswerKind.Evidence evidence -> evidence(message);
            case AnswerKind.Name name -> name(step, name, message);
        };
    }

    private static Reading words(String message, int max) {
        String clean = clean(message);
        if (clean.isEmpty()) {
            return new Reading.Unread("There was nothing to write down.");
        }
        if (characters(clean) > max) {
            return new Reading.Unread(
                    "That has " + characters(clean) + " characters, and there is room for " + max + " here.");
        }
        return new Reading.Taken(new Given(clean, clean));
    }

    /** As people count them: one outside the basic plane is one. */
    static int characters(String words) {
        return words.codePointCount(0, words.length());
    }

    static String clean(String message) {
        return message.replace("\r\n", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\n\t]]", "")
                .strip();
    }

    private static Reading yesNo(String message) {
        String place = Plain.of(message);
        if (place.equals("1") || place.equals("2")) {
            return yesNo(place.equals("1") ? "yes" : "no");
        }
        return YesNoReader.read(message)
                .<Reading>map(yes -> new Reading.Taken(yes ? new Given("yes", "Yes") : new Given("no", "No")))
                .orElseGet(() -> new Reading.Unread("I could not tell whether that is a yes or a no."));
    }

    /** "No" or "not sure" beside a role says nothing plain: roles are those whom it is, or may be, about. */
    private static Reading subject(Reading reading) {
        if (reading instanceof Reading.Taken taken) {
            List<String> values = Arrays.asList(taken.given().value().split(","));
            if (values.size() > 1 && (values.contains("no") || values.contains(NOT_SURE))) {
                return new Reading.Unread("Name those whom it is about, or may be about, and nothing else.");
            }
        }
        return reading;
    }

    private static Reading number(String message, AnswerKind.Number range) {
        String plain = Plain.of(message.replaceAll("(?<=\\d),(?=\\d{3})", ""))
                .replaceFirst("^(about|around|roughly|maybe|i think|only|just) ", "");
        int word = NUMBERS.indexOf(plain);
        if (word < 0 && !plain.matches("-?\\d{1,9}")) {
            return new Reading.Unread("");
        }
        int number = word >= 0 ? word : Integer.parseInt(plain);
        if (number < range.min() || number > range.max()) {
            return new Reading.Unread("It must be from " + range.min() + " to " + range.max() + ".");
        }
        return new Reading.Taken(new Given(String.valueOf(number), String.valueOf(number)));
    }

    private static Reading address(String message) {
        String typed = message.strip();
        String whole = typed.matches("(?i)^[a-z][a-z0-9+.-]*://.*") ? typed : "https://" + typed;
        try {
            URI uri = new URI(whole);
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            String host = uri.getHost();
            boolean web = scheme.equals("http") || scheme.equals("https");
            if (web
                    && host != null
                    && host.matches("[^.]+(\\.[^.]+)+")
                    && uri.getRawUserInfo() == null
                    && whole.length() <= 2000) {
                return new Reading.Taken(new Given(whole, whole));
            }
        } catch (URISyntaxException e) {
            return new Reading.Unread("");
        }
        return new Reading.Unread("");
    }

    private static Reading evidence(String message) {
        String plain = Plain.of(message);
        if (EVIDENCE_NONE.contains(plain)) {
            return new Reading.Taken(new Given("none", "No files"));
        }
        return EVIDENCE_DONE.contains(plain)
                ? new Reading.Taken(new Given("done", "As attached"))
                : new Reading.Unread("");
    }

    private Reading name(Step step, AnswerKind.Name name, String message) {
        boolean keepsOut = KEEP_OUT.contains(Plain.of(message))
                || new OptionReader(options(step)).exact(message).isPresent();
        if (keepsOut) {
            return name.withhold()
                    ? new Reading.Taken(new Given(WITHHELD, "Kept out"))
                    : new Reading.Unread("This one needs a name, or it cannot be dealt with.");
        }
        return words(message.replaceAll("\\s+", " "), 120);
    }

    /** A recipient can only be asked for where somebody is left to choose. */
    boolean canBeAsked(Step step) {
        return step.kind().filter(AnswerKind.Recipient.class::isInstance).isEmpty()
                || !options(step).isEmpty();
    }

    /** Whether a kept answer is still one that could be given; people and their roles change, and so do other answers. */
    boolean stands(Step step, Given given) {
        if (step.kind().filter(AnswerKind.Recipient.class::isInstance).isEmpty()
                || given.value().isEmpty()) {
            return true;
        }
        return options(step).stream().anyMatch(option -> option.id().equals(given.value()));
    }

    /** An example of an answer, or what may be chosen. */
    String example(Step step) {
        Optional<AnswerKind> kind = step.kind();
        if (kind.isEmpty()) {
            return listed(step);
        }
        return switch (kind.get()) {
            case AnswerKind.Text text -> "A few words are enough.";
            case AnswerKind.LongText text -> "Write it in your own words.";
            case AnswerKind.Person person -> "A name is enough, such as “Sam Jones, Year 6”.";
            case AnswerKind.When when -> "Such as “yesterday about 4”, “last Friday morning” or “3/11 at 10.15am”.";
            case AnswerKind.Date date ->
                "Such as “" + (date.future() ? "next Monday" : "last Monday") + "”, “3 May” or “3/11”.";
            case AnswerKind.Number number -> "Such as “" + Math.clamp(3, number.min(), number.max()) + "”.";
            case AnswerKind.WebAddress address -> "Such as “https://www.example.org/page”.";
            case AnswerKind.Evidence evidence -> "Attach a file, or type “done”.";
            case AnswerKind.Name name ->
                name.withhold() ? "Type your name, or “keep my name out”." : "Type your first and last name.";
            case AnswerKind.YesNo yesNo -> listed(step);
            case AnswerKind.Choice choice -> listed(step);
            case AnswerKind.Choices choices -> listed(step) + " More than one: with commas between.";
            case AnswerKind.Recipient recipient -> listed(step);
            case AnswerKind.Subject subject -> listed(step) + " More than one: with commas between.";
        };
    }

    /** Such as {@code 1 A message · 2 A phone call}. */
    String listed(Step step) {
        List<OptionReader.Named> options = options(step);
        return "Type "
                + java.util.stream.IntStream.range(0, options.size())
                        .mapToObj(i -> (i + 1) + " for “" + options.get(i).label() + "”")
                        .collect(Collectors.joining(", "))
                + ".";
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
    }
}
