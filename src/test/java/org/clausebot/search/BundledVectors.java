package org.clausebot.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The vectors that come with the program: what is missing among them, and how they are made. */
public final class BundledVectors {
    private static final Path FILE = Path.of("src/main/resources" + ReadyVectors.RESOURCE);

    private BundledVectors() {}

    /** Those of {@code sentences} that the program would have to embed. */
    public static List<String> missing(Collection<String> sentences) throws IOException {
        SentenceModel model = TestModel.get();
        ReadyVectors ready = ReadyVectors.read(Files.readAllBytes(FILE), model);
        VectorStore hashes = VectorStore.ofAllQuestions(Path.of("target"), model);
        return sentences.stream()
                .filter(sentence -> ready.of(hashes.hash(sentence)) == null)
                .toList();
    }

    /**
     * Makes the file of just these sentences.
     *
     * @param folder where exact vectors are kept, so that the next making embeds only what is new
     */
    public static void make(Collection<String> sentences, Path folder) throws IOException {
        Files.createDirectories(folder);
        SentenceModel model = TestModel.get();
        VectorStore store = VectorStore.ofAllQuestions(folder, model);
        VectorStore.Embedded embedded = store.all(List.copyOf(sentences));
        Map<String, float[]> vectors = new HashMap<>();
        for (String sentence : sentences) {
            vectors.put(HexFormat.of().formatHex(store.hash(sentence)), embedded.of(sentence));
        }
        Files.write(FILE, ReadyVectors.file(model, vectors));
    }
}
