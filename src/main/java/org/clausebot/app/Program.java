package org.clausebot.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clausebot.answer.Answer;
import org.clausebot.answer.Answerer;
import org.clausebot.answer.Question;
import org.clausebot.answer.Quote;
import org.clausebot.answer.SchoolPhrasings;
import org.clausebot.chat.Assistant;
import org.clausebot.chat.ClauseFinder;
import org.clausebot.chat.Contact;
import org.clausebot.chat.Logging;
import org.clausebot.chat.PastPolicies;
import org.clausebot.chat.Phrases;
import org.clausebot.chat.PolicyAssistant;
import org.clausebot.chat.ReportingAssistant;
import org.clausebot.chat.terminal.TerminalReplies;
import org.clausebot.datafile.DataFileException;
import org.clausebot.datafile.Suggestion;
import org.clausebot.flow.Flow;
import org.clausebot.flow.FlowLibrary;
import org.clausebot.incident.Reporting;
import org.clausebot.insight.Elsewhere;
import org.clausebot.insight.GapDecision;
import org.clausebot.policy.LibraryException;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.PolicyLibrary;
import org.clausebot.policy.PolicyReader;
import org.clausebot.policy.SchoolId;
import org.clausebot.querylog.QuestionLog;
import org.clausebot.school.School;
import org.clausebot.school.Schools;
import org.clausebot.search.ClauseIndex;
import org.clausebot.search.FindSyntaxException;
import org.clausebot.search.RememberingModel;
import org.clausebot.search.SentenceModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The program wired together, up to the channels: policies, index, answers, the shared assistant. */
final class Program implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Program.class);
    private static final int CONVERSATIONS_KEPT = 10_000;
    private static final Pattern TELEPHONE = Pattern.compile("(.*?)[,;]?\\s*([+0-9][0-9 ()-]{4,24})");

    private final Config config;
    private final Schools schools;
    private final PolicyLibrary library;
    private final SentenceModel model;
    private final ClauseIndex index;
    private final Learner learner;
    private final PastAnswers past;
    private final PolicyAssistant assistant;
    private final Phrases phrases;
    private final List<Flow> flows;
    private final Clock clock;
    private final AtomicReference<String> served;
    private final AtomicReference<List<String>> problems;
    private final Deque<Runnable> closing = new ConcurrentLinkedDeque<>();
    private final Answers answers;
    private final AtomicReference<QuestionLog> log = new AtomicReference<>(QuestionLog.NONE);

    private Program(
            Config config,
            Clock clock,
            Schools schools,
            PolicyLibrary library,
            SentenceModel model,
            ClauseIndex index,
            Learner learner,
            Phrases phrases,
            List<Flow> flows,
            String served,
            List<String> problems) {
        this.config = config;
        this.schools = schools;
        this.library = library;
        this.model = model;
        this.index = index;
        this.phrases = phrases;
        this.flows = flows;
        this.clock = clock;
        this.served = new AtomicReference<>(served);
        this.problems = new AtomicReference<>(problems);
        this.learner = learner;
        this.past = new PastAnswers(library, config, model);
        this.answers = new Answers(
                question -> learner.answerer().answer(question),
                question -> learner.answerer().firstSteps(question));
        this.assistant = new PolicyAssistant(
                answers::of,
                past,
                phrases.onlyAsking()::says,
                config.limits().questionCharacters(),
                config.limits().forgetAfter(),
                CONVERSATIONS_KEPT,
                clock,
                new Logging(new LaterLog(log::get), phrases.logging()));
    }

    /** @throws RefusedException when a file of the program or of the data folder is not as it should be */
    static Program open(Config config, Clock clock) throws RefusedException {
        PolicyLibrary library = Policies.library(config, new PolicyReader(), clock);
        try {
            // First, because it is quick and must not be wrong: it says who receives reports.
            Schools schools = Schools.open(config.data(), clock);
            Seeds.sow(config.data());
            String served = library.fingerprint();
            PolicyLibrary.Shelf shelf = readable(library);
            Phrases phrases = Phrases.read(config.conversations().resolve("phrases.yaml"));
            List<Flow> flows = flows(config);
            SentenceModel model = SentenceModel.bundled(config.data().resolve("model"));
            ClauseIndex index = ClauseIndex.open(
                    config.data().resolve("index"), config.index().resolve("synonyms.txt"), shelf.inForce(), model);
            Learner learner = Learner.open(config, index, model);
            return new Program(
                    config, clock, schools, library, model, index, learner, phrases, flows, served, shelf.problems());
        } catch (DataFileException | IOException | UncheckedIOException e) {
            throw new RefusedException(e);
        }
    }

    /** Whom the flows need the school to name. */
    Destinations destinations() {
        return Destinations.of(flows);
    }

    /** The flows that can be begun; none where there is no such folder. */
    static List<Flow> flows(Config config) throws DataFileException {
        return flows(config.conversations().resolve("flows"));
    }

    private static List<Flow> flows(Path folder) throws DataFileException {
        return Files.isDirectory(folder) ? FlowLibrary.read(folder).all() : List.of();
    }

    private static PolicyLibrary.Shelf readable(PolicyLibrary library) {
        PolicyLibrary.Shelf shelf = library.inForce();
        shelf.problems().forEach(problem -> LOG.warn("A policy is not served: {}", problem));
        return shelf;
    }

    /**
     * The policies in force, and the same with {@code draft} in place of the one with its id, both as they would answer
     * questions. What is learnt for the draft is kept, so that it is there when the draft is published.
     *
     * @throws RefusedException when the draft cannot be indexed
     */
    RehearsalStage stage(Policy draft) throws RefusedException {
        List<Policy> inForce = policies();
        List<Policy> with =
                inForce.stream().map(p -> p.id().equals(draft.id()) ? draft : p).toList();
        // Two indexes that are asked the same question one after the other, by as many threads as there are processors.
        RememberingModel shared = new RememberingModel(model, RehearsalStage.REMEMBERED);
        try {
            // The draft first: its index may push the oldest off the disk, and the one in force must be the newest.
            RehearsalStage.Side after = side(with, shared);
            try {
                return new RehearsalStage(side(inForce, shared), after, shared);
            } catch (IOException | DataFileException | RuntimeException e) {
                after.index().close();
                throw e;
            }
        } catch (DataFileException | IOException | UncheckedIOException e) {
            throw new RefusedException(e);
        }
    }

    private RehearsalStage.Side side(List<Policy> policies, SentenceModel shared)
            throws IOException, DataFileException {
        ClauseIndex opened = ClauseIndex.open(
                config.data().resolve("index"), config.index().resolve("synonyms.txt"), policies, shared);
        try {
            return new RehearsalStage.Side(opened, Answerer.open(opened, shared, Learner.sources(config)));
        } catch (IOException | DataFileException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /**
     * Serves what is in force now, if that has changed since the last look, and learns again if a file has that is learnt
     * from. Until that is done, questions are answered by what was known before.
     *
     * @return true when other policies are served from now on
     */
    boolean refresh() {
        String now = library.fingerprint();
        String before = served.getAndSet(now);
        if (now.equals(before)) {
            learner.look();
            return false;
        }
        try {
            PolicyLibrary.Shelf shelf = readable(library);
            index.replacePolicies(shelf.inForce());
            problems.set(shelf.problems());
            // What was learnt is about the clauses of the policies before.
            learner.learn();
            return true;
        } catch (IOException | UncheckedIOException | DataFileException e) {
            LOG.error(
                    "The new policies cannot be indexed; the old ones stay in force: {}",
                    e.getClass().getSimpleName());
            served.set(before);
            return false;
        }
    }

    /**
     * Says from now on what the school wants said where another policy answers.
     *
     * @param decided of the gaps, the newest first; asked for whenever no clause answers
     */
    void pointBy(Supplier<List<GapDecision>> decided) {
        answers.pointWith(new Elsewhere(decided, model::question)::of);
    }

    /** As staff are answered, with the school's own words where another policy answers. */
    Answer answered(Question question) {
        return answers.of(question);
    }

    /** How the school's staff word what its policies say. After a change to them, {@link #phrasingsChanged}. */
    SchoolPhrasings schoolPhrasings() {
        return learner.school();
    }

    /** Learns what has changed in the phrasings at once; see {@link Learner#inBackground}. */
    CompletableFuture<Boolean> phrasingsChanged() {
        return learner.inBackground();
    }

    /** Logs questions there from now on. */
    void logTo(QuestionLog into) {
        log.set(into);
    }

    Assistant assistant() {
        return assistant;
    }

    /** The last question of a conversation, if no clause answered it. */
    Optional<Question> unanswered(SchoolId school, String conversation) {
        return assistant.unanswered(school, conversation);
    }

    /** Stands for what questions are answered from now; another whenever that has changed. */
    String known() {
        return learner.known();
    }

    /**
     * The assistant of a channel in which people can report.
     *
     * @param reporting empty where nothing can be sent from here
     * @param school as it is set up today
     */
    ReportingAssistant reportingAssistant(Optional<Reporting> reporting, Supplier<Optional<School>> school) {
        return new ReportingAssistant(new ReportingAssistant.Parts(
                assistant, answers::amidReport, this::policies, () -> flows, reporting, school, phrases, clock));
    }

    /** What the policies alone say, to measure it; staff are told what {@link #answered} says. */
    Answerer answerer() {
        return learner.answerer();
    }

    /** Every version of every policy. */
    PolicyLibrary library() {
        return library;
    }

    /** The policies as they were. */
    PastPolicies past() {
        return past;
    }

    /** The flows that can be begun. */
    List<Flow> flows() {
        return flows;
    }

    ClauseIndex index() {
        return index;
    }

    SentenceModel model() {
        return model;
    }

    Phrases phrases() {
        return phrases;
    }

    List<Policy> policies() {
        return index.policies();
    }

    /** The policy in force of that name; empty when none is named. @throws RefusedException when there is none of the name */
    Optional<PolicyId> chosen(Optional<String> name) throws RefusedException {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        List<String> known =
                policies().stream().map(policy -> policy.id().value()).toList();
        if (!known.contains(name.get())) {
            throw new RefusedException("There is no policy \"" + name.get() + "\" in force"
                    + Suggestion.of(name.get(), known)
                            .map(near -> "; did you mean " + near + "?")
                            .orElse("; there are: " + String.join(", ", known)));
        }
        return Optional.of(new PolicyId(name.get()));
    }

    /** Every policy that is kept in {@code version}, in force or not. */
    List<Policy> inVersion(String version) {
        List<Policy> found = policies().stream()
                .filter(p -> p.details().version().equals(version))
                .toList();
        return found.isEmpty()
                ? policies().stream()
                        .flatMap(p -> kept(p.id()).stream())
                        .filter(p -> p.details().version().equals(version))
                        .toList()
                : found;
    }

    private List<Policy> kept(PolicyId id) {
        try {
            return library.versions(id);
        } catch (LibraryException e) {
            LOG.warn("An earlier version cannot be read: {}", e.getMessage());
            return List.of();
        }
    }

    /** What in the library cannot be served, a sentence each. */
    List<String> problems() {
        return problems.get();
    }

    /** What in the files it learnt from does nothing, a sentence each. */
    List<String> remarks() {
        return learner.remarks();
    }

    /** Why it finds less than it should, with what to do; usually nothing. */
    Optional<String> weakness() {
        return model.remark();
    }

    ClauseFinder finder() {
        return (query, limit) -> {
            try {
                return new ClauseFinder.Found.Hits(index.find(query, limit).stream()
                        .map(hit -> new Quote(hit.policy(), hit.clause(), hit.matched(), hit.score()))
                        .toList());
            } catch (FindSyntaxException e) {
                return new ClauseFinder.Found.Malformed(String.valueOf(e.getMessage()), e.column());
            }
        };
    }

    /** Replies for the terminal of {@code surroundings}. */
    TerminalReplies terminal(Surroundings surroundings) {
        return new TerminalReplies(phrases, this::contacts, columns(surroundings), surroundings.colour());
    }

    private static int columns(Surroundings surroundings) {
        try {
            int columns = Integer.parseInt(surroundings.environment().getOrDefault("COLUMNS", "80"));
            return Math.clamp(columns, 40, 100);
        } catch (NumberFormatException e) {
            return 80;
        }
    }

    /** Who is who in the school, as it is now. */
    Schools schools() {
        return schools;
    }

    /** What is about the policies of all: the one school, or all of them together. */
    SchoolId everySchool() {
        return schools.trust().slices().getFirst();
    }

    /** Whom to tell, the one to ring first before the others: as school.yaml has it, else the settings. */
    List<Contact> contacts() {
        return schools.inForce(SchoolId.DEFAULT).map(SchoolContacts::of).orElseGet(this::contactsOfSettings);
    }

    private List<Contact> contactsOfSettings() {
        Config.Contacts named = config.contacts();
        List<Contact> contacts = new ArrayList<>();
        contacts.add(contact("Designated safeguarding lead (DSL)", named.safeguardingLead()));
        contacts.add(contact("Headteacher", named.headteacher()));
        contacts.add(contact("Chair of governors, if it is about the headteacher", named.chairOfGovernors()));
        if (!named.designatedOfficer().isEmpty()) {
            contacts.add(contact("Local authority designated officer (LADO)", named.designatedOfficer()));
        }
        return List.copyOf(contacts);
    }

    /** "Mrs Khan, 01632 960000" is a name and a number; "01632 960000" a number; anything else a name. */
    static Contact contact(String role, String words) {
        Matcher telephone = TELEPHONE.matcher(words);
        return telephone.matches()
                ? new Contact(
                        role, telephone.group(1).strip(), telephone.group(2).strip())
                : new Contact(role, words, "");
    }

    /** Ends before what answers are found with is closed; the last that came ends first. */
    void closeFirst(Runnable ending) {
        closing.push(ending);
    }

    /** Waits for what is being learnt, which uses what is closed here. */
    @Override
    public void close() {
        while (!closing.isEmpty()) {
            closing.pop().run();
        }
        learner.close();
        past.close();
        close(index, model);
    }

    /** Closes what answers are found with; a failure is logged, since nobody can act on it any more. */
    static void close(ClauseIndex index, SentenceModel model) {
        try {
            index.close();
            model.close();
        } catch (Exception e) {
            LOG.warn("The index did not close cleanly: {}", e.getClass().getSimpleName());
        }
    }
}
