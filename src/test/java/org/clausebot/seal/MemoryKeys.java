package org.clausebot.seal;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/** Wrapped keys in memory; fails on the batch that it is told to, before or after having done it. */
class MemoryKeys implements WrappedKeys {
    final TreeMap<String, byte[]> kept = new TreeMap<>();
    int failBefore = Integer.MAX_VALUE;
    int replaced;

    @Override
    public List<Held> after(String after, int most) {
        return kept.tailMap(after, false).entrySet().stream()
                .limit(most)
                .map(e -> new Held(e.getKey(), e.getValue()))
                .toList();
    }

    @Override
    public void replace(List<Change> changes) {
        if (--failBefore <= 0) {
            throw new IllegalStateException("the power went");
        }
        for (Change change : changes) {
            if (Arrays.equals(kept.get(change.record()), change.before())) {
                kept.put(change.record(), change.now());
                replaced++;
            }
        }
    }
}
