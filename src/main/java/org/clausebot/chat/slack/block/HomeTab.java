package org.clausebot.chat.slack.block;

import com.slack.api.model.block.DividerBlock;
import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.composition.DispatchActionConfig;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.view.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clausebot.chat.Phrases;
import org.clausebot.chat.Pieces;
import org.clausebot.chat.Reply;
import org.clausebot.chat.awaited.Waiting;
import org.clausebot.chat.talk.ButtonValue;
import org.clausebot.chat.talk.Press;
import org.clausebot.policy.PolicyDetails;

/** Draws the Home tab: ask, go on, what was sent, what is in force, what is kept. Only the person themselves sees it. */
public final class HomeTab {
    /** The action id of the box in which a question is typed. */
    public static final String QUESTION = "question";

    /** So much of a long question is shown. */
    private static final int BEGINNING = 200;

    /** More are on the web page. */
    private static final int MOST_POLICIES = 100;

    private HomeTab() {}

    public static View of(HomeView home, Phrases phrases, SlackWords words) {
        Sheet sheet = new Sheet(words);
        ask(sheet, phrases, words);
        home.waiting().ifPresent(reply -> waiting(sheet, reply, phrases, words));
        receipt(home).ifPresent(sent -> {
            sheet.add(Kit.title(words.say(SlackPhrase.HOME_RECEIPT)));
            sheet.add(Kit.says(sent.title()));
            sheet.add(CardBlocks.facts(phrases, sent));
        });
        report(sheet, home, phrases, words);
        lookUp(sheet, home, words);
        awaited(sheet, home.awaited(), words);
        policies(sheet, home, words);
        sheet.add(Kit.title(words.say(SlackPhrase.HOME_LOGGED)));
        sheet.add(Kit.items(words.logged()));
        sheet.add(Kit.says(phrases.welcome().privacy()));
        return View.builder().type("home").blocks(sheet.blocks()).build();
    }

    private static void ask(Sheet sheet, Phrases phrases, SlackWords words) {
        sheet.add(Kit.title(words.say(SlackPhrase.HOME_TITLE)));
        sheet.add(Kit.says(phrases.welcome().text()));
        sheet.add(List.of(InputBlock.builder()
                .blockId(QUESTION)
                .label(Kit.plain(words.say(SlackPhrase.HOME_ASK)))
                .dispatchAction(true)
                .element(PlainTextInputElement.builder()
                        .actionId(QUESTION)
                        .multiline(true)
                        .maxLength(Limits.INPUT)
                        .dispatchActionConfig(DispatchActionConfig.builder()
                                .triggerActionsOn(List.of("on_enter_pressed"))
                                .build())
                        .build())
                .build()));
        sheet.add(sheet.presses(
                List.of(new Press(words.say(SlackPhrase.HOME_ASK_BUTTON), new ButtonValue.Ask()).strongly())));
        sheet.add(List.of(DividerBlock.builder().build()));
    }

    /** A receipt that waits to be seen is one, too. */
    private static Optional<Reply.Sent> receipt(HomeView home) {
        return home.receipt()
                .or(() -> home.waiting().filter(Reply.Sent.class::isInstance).map(Reply.Sent.class::cast));
    }

    private static void waiting(Sheet sheet, Reply reply, Phrases phrases, SlackWords words) {
        title(reply).ifPresent(title -> {
            sheet.add(Kit.title(words.say(SlackPhrase.HOME_WAITING)));
            sheet.add(Kit.says(words.say(SlackPhrase.HOME_WAITING_FOR, "title", title)));
            Phrases.Reporting reporting = phrases.reporting();
            sheet.add(sheet.presses(List.of(
                    new Press(reporting.goOn().button(), new ButtonValue.GoOn()).strongly(),
                    new Press(reporting.throwAway().button(), new ButtonValue.ThrowAway()))));
        });
    }

    private static Optional<String> title(Reply reply) {
        return switch (reply) {
            case Reply.Asked asked -> Optional.of(asked.asking().title());
            case Reply.Unfinished unfinished -> Optional.of(unfinished.title());
            case Reply.Paused paused -> Optional.of(paused.title());
            case Reply.Answered r -> Optional.empty();
            case Reply.Blank r -> Optional.empty();
            case Reply.TooLong r -> Optional.empty();
            case Reply.Flows r -> Optional.empty();
            case Reply.Advice r -> Optional.empty();
            case Reply.Cancelled r -> Optional.empty();
            case Reply.Ended r -> Optional.empty();
            case Reply.Sent r -> Optional.empty();
            case Reply.NotReceived r -> Optional.empty();
            case Reply.Status r -> Optional.empty();
            case Reply.NoSuchCode r -> Optional.empty();
            case Reply.TooManyCodes r -> Optional.empty();
            case Reply.Gone r -> Optional.empty();
        };
    }

    private static void report(Sheet sheet, HomeView home, Phrases phrases, SlackWords words) {
        sheet.add(Kit.title(words.say(SlackPhrase.HOME_REPORT)));
        sheet.add(Kit.says(phrases.report().danger()));
        if (!home.sending()) {
            sheet.add(Kit.says(words.say(SlackPhrase.HOME_REPORT_NONE)));
        }
        List<Press> presses = new ArrayList<>();
        presses.add(new Press(phrases.reporting().list().button(), new ButtonValue.BeginReport()));
        home.pages().ifPresent(page -> presses.add(Press.opening(words.say(SlackPhrase.ON_THE_WEB), page.toString())));
        sheet.add(sheet.presses(presses));
    }

    /** Reports that were sent are not listed: what Slack shows to somebody, others may see over their shoulder. */
    private static void lookUp(Sheet sheet, HomeView home, SlackWords words) {
        if (home.sending()) {
            sheet.add(Kit.title(words.say(SlackPhrase.HOME_LOOK_UP)));
            sheet.add(Kit.says(words.say(SlackPhrase.HOME_LOOK_UP_HOW)));
            sheet.add(sheet.presses(
                    List.of(new Press(words.say(SlackPhrase.HOME_LOOK_UP_BUTTON), new ButtonValue.LookUp()))));
        }
    }

    private static void awaited(Sheet sheet, List<Waiting> waiting, SlackWords words) {
        if (waiting.isEmpty()) {
            return;
        }
        sheet.add(Kit.title(words.say(SlackPhrase.HOME_AWAITED)));
        for (Waiting one : waiting) {
            String question = one.question().text();
            // The page holds a hundred blocks: all of a long question stands in the direct message.
            sheet.add(Kit.says("• " + beginning(question)));
            sheet.add(sheet.presses(
                    List.of(new Press(words.say(SlackPhrase.DONT_TELL), new ButtonValue.DontTell(one.mark())))));
        }
    }

    private static String beginning(String question) {
        List<String> pieces = Pieces.of(question.strip().replaceAll("\\s+", " "), BEGINNING);
        return pieces.size() == 1 ? pieces.getFirst() : pieces.getFirst().strip() + " …";
    }

    private static void policies(Sheet sheet, HomeView home, SlackWords words) {
        sheet.add(Kit.title(words.say(SlackPhrase.HOME_POLICIES)));
        List<PolicyDetails> all = home.policies();
        if (all.isEmpty()) {
            sheet.add(Kit.says(words.say(SlackPhrase.HOME_POLICIES_NONE)));
            return;
        }
        sheet.add(Kit.items(all.stream()
                .limit(MOST_POLICIES)
                .map(policy -> line(policy, words))
                .toList()));
        if (all.size() > MOST_POLICIES) {
            String more = Integer.toString(all.size() - MOST_POLICIES);
            sheet.add(Kit.says(words.say(SlackPhrase.HOME_POLICIES_MORE, "count", more)));
        }
    }

    private static String line(PolicyDetails policy, SlackWords words) {
        String line = words.say(SlackPhrase.VERSION, "policy", policy.title()).replace("{version}", policy.version());
        return policy.updated().map(updated -> line + " (" + updated + ")").orElse(line);
    }
}
