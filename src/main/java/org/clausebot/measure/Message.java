package org.clausebot.measure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.clausebot.datafile.DataFileException;
import org.clausebot.datafile.Tsv;

/**
 * A message that is urgent or only looks so.
 *
 * @param place its file and line
 * @param text as typed
 * @param urgent whether it must be stopped
 * @param flow the flow that an urgent one needs; of a look-alike it says nothing
 */
record Message(String place, String text, boolean urgent, String flow) {
    /** Reads {@code text urgent flow}. */
    static List<Message> read(Path file) throws DataFileException {
        List<Message> messages = new ArrayList<>();
        for (Tsv.Row row : Tsv.read(file, Form.MESSAGES.header())) {
            boolean urgent = switch (row.required("urgent")) {
                case "yes" -> true;
                case "no" -> false;
                case String other -> throw row.error("urgent is yes or no, not \"" + other + "\"");
            };
            String flow = row.required("flow");
            if (urgent && flow.equals("none")) {
                throw row.error("an urgent message needs the name of a flow, for example indecent-images");
            }
            messages.add(new Message(file.getFileName() + ":" + row.line(), row.required("text"), urgent, flow));
        }
        if (messages.isEmpty()) {
            throw new DataFileException(file, 0, "has no messages");
        }
        return List.copyOf(messages);
    }
}
