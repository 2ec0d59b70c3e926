package org.clausebot.search;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.synonym.SolrSynonymParser;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.jspecify.annotations.Nullable;

/**
 * Staff words to policy words. One rule a line: {@code insta, snapchat => social media}, or {@code mum, dad, parent} for
 * words that all mean each other; {@code #} begins a comment.
 *
 * @param map the rules, or null when there are none
 * @param words every word that stands in a rule, lower case: none of them is a typing mistake
 * @param text the file's text, for the index's fingerprint
 */
record Synonyms(@Nullable SynonymMap map, Set<String> words, String text) {
    private static final long LIMIT = 1 << 20;

    Synonyms {
        words = Set.copyOf(words);
    }

    static Synonyms none() {
        return new Synonyms(null, Set.of(), "");
    }

    /** @throws IOException when the file cannot be read or a rule is wrong; the message names file and line */
    static Synonyms read(Path file, Analyzer analyzer) throws IOException {
        if (!Files.exists(file)) {
            return none();
        }
        if (Files.size(file) > LIMIT) {
            throw new IOException(file + ": is larger than 1 MB; synonyms need far less");
        }
        String text = Files.readString(file, StandardCharsets.UTF_8);
        Set<String> words = new HashSet<>();
        SolrSynonymParser parser = new SolrSynonymParser(true, true, analyzer);
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String rule = lines.get(i).replaceFirst("#.*", "");
            if (rule.isBlank()) {
                continue;
            }
            try {
                parser.parse(new StringReader(rule));
            } catch (ParseException | IllegalArgumentException e) {
                String cause =
                        e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
                throw new IOException(file + ":" + (i + 1) + ": this synonym rule cannot be used (" + cause + ")", e);
            }
            words.addAll(List.of(rule.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}']+")));
        }
        return words.isEmpty() ? none() : new Synonyms(parser.build(), words, text);
    }
}
