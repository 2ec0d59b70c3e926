package org.clausebot.storage;

import java.util.List;
import org.clausebot.seal.WrappedKeys;

/** {@link WrappedKeys} of a database whose form keeps nothing sealed. */
final class SqliteKeys implements WrappedKeys {
    @Override
    public List<Held> after(String after, int most) {
        return List.of();
    }

    @Override
    public void replace(List<Change> changes) {
        if (!changes.isEmpty()) {
            throw new IllegalArgumentException("There is no such record");
        }
    }
}
