package org.clausebot.chat.slack.block;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import java.util.ArrayList;
import java.util.List;
import org.clausebot.flow.Turn;

/** Choices to tick. A label that is too long for an option stands above with its number, and the option is the number. */
final class Ticks {
    private Ticks() {}

    /**
     * The labels that are too long for an option, each with its number among all choices.
     *
     * @param every whether to list them all
     */
    static List<LayoutBlock> listed(List<Turn.Choice> all, List<Turn.Choice> ticked, boolean every) {
        List<String> lines = new ArrayList<>();
        for (Turn.Choice choice : ticked) {
            if (every || isLong(choice)) {
                lines.add(number(all, choice) + ". " + choice.label());
            }
        }
        return Kit.lines(lines);
    }

    /** As many in each list as one control takes. */
    static List<List<OptionObject>> options(List<Turn.Choice> all, List<Turn.Choice> ticked) {
        List<OptionObject> options = new ArrayList<>();
        for (Turn.Choice choice : ticked) {
            options.add(Kit.option(isLong(choice) ? number(all, choice) + "." : choice.label(), choice.id()));
        }
        List<List<OptionObject>> lists = new ArrayList<>();
        for (int at = 0; at < options.size(); at += Limits.TICKS) {
            lists.add(List.copyOf(options.subList(at, Math.min(at + Limits.TICKS, options.size()))));
        }
        return lists;
    }

    private static boolean isLong(Turn.Choice choice) {
        return choice.label().length() > Limits.LABEL;
    }

    private static int number(List<Turn.Choice> all, Turn.Choice choice) {
        return all.indexOf(choice) + 1;
    }
}
