package org.clausebot.policy;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import org.clausebot.policy.Diff.Edit;
import org.clausebot.policy.Diff.Fate;

/** Compares two texts word by word. */
final class WordDiff {
    private WordDiff() {}

    /**
     * The words of both in order. Where several answers are as good, the same one is given whichever text comes first.
     */
    static List<Edit> between(String older, String newer) {
        boolean swapped = older.compareTo(newer) > 0;
        List<String> from = words(swapped ? newer : older);
        List<String> to = words(swapped ? older : newer);
        List<Edit> edits = new ArrayList<>();
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(from, to).getDeltas()) {
            add(edits, Fate.SAME, from.subList(at, delta.getSource().getPosition()));
            List<String> lost = delta.getSource().getLines();
            List<String> found = delta.getTarget().getLines();
            add(edits, Fate.REMOVED, swapped ? found : lost);
            add(edits, Fate.ADDED, swapped ? lost : found);
            at = delta.getSource().getPosition() + lost.size();
        }
        add(edits, Fate.SAME, from.subList(at, from.size()));
        return List.copyOf(edits);
    }

    private static void add(List<Edit> edits, Fate fate, List<String> words) {
        if (!words.isEmpty()) {
            edits.add(new Edit(fate, String.join(" ", words)));
        }
    }

    private static List<String> words(String text) {
        String folded = DocumentText.fold(text);
        return folded.isEmpty() ? List.of() : List.of(folded.split(" "));
    }
}
