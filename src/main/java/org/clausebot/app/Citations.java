package org.clausebot.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.clausebot.datafile.DataFileException;
import org.clausebot.datafile.Tsv;
import org.clausebot.flow.Flow;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.draft.Citation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What names clauses by their number: flows, the program's example questions, and the school's own. */
final class Citations {
    private static final Logger LOG = LoggerFactory.getLogger(Citations.class);

    private final List<Flow> flows;
    private final Config config;

    Citations(List<Flow> flows, Config config) {
        this.flows = List.copyOf(flows);
        this.config = config;
    }

    Function<PolicyId, List<Citation>> asOf() {
        return id -> {
            List<Citation> all = new ArrayList<>();
            for (Flow flow : flows) {
                if (flow.policy().equals(id)) {
                    flow.cites()
                            .forEach(cited ->
                                    all.add(new Citation(cited.address(), Citation.Kind.FLOW, flow.title(), 1)));
                }
            }
            String file = id + ".tsv";
            all.addAll(examples(config.index().resolve("phrasings").resolve(file), ""));
            all.addAll(examples(config.data().resolve("phrasings").resolve(file), "the school’s own"));
            return List.copyOf(all);
        };
    }

    /** Examples by the clauses that answer them; a cell is {@code 1.1.1:2;1.1.1#2:1}. */
    private static List<Citation> examples(Path file, String name) {
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        Map<String, Integer> times = new TreeMap<>();
        try {
            List<String> header = Tsv.header(file);
            int gold = header.indexOf("gold");
            for (Tsv.Row row : Tsv.read(file, header.toArray(String[]::new))) {
                for (String one :
                        gold < 0 ? new String[0] : row.cells().get(gold).split(";", -1)) {
                    int grade = one.lastIndexOf(':');
                    if (grade > 0) {
                        times.merge(one.substring(0, grade).strip(), 1, Integer::sum);
                    }
                }
            }
        } catch (DataFileException e) {
            LOG.warn("Example questions were not looked at for what a draft touches: line {}", e.line());
        }
        return times.entrySet().stream()
                .map(e -> new Citation(e.getKey(), Citation.Kind.EXAMPLES, name, e.getValue()))
                .toList();
    }
}
