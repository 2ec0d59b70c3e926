package org.clausebot.search;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * bge-small-en-v1.5, quantised and fine-tuned on questions of school staff (docs/model.md): the state of the first word
 * piece, at length 1, is the sentence's vector. Questions are prefixed as the model's authors ask.
 */
final class BgeSmall implements SentenceModel {
    private static final Logger LOG = LoggerFactory.getLogger(BgeSmall.class);

    private static final String FOLDER = "/org/clausebot/search/";
    /** The base's, which tuning left as it was. */
    private static final String TOKENIZER = "/bge-small-en-v1.5-q-tokenizer.json";

    /** What the program is made for. */
    static final Weights TUNED = new Weights(
            "clausebot-bge-small", FOLDER + "clausebot-bge-small.onnx", FOLDER + "clausebot-bge-small.sha256");

    /** As it was before tuning, in its library: finds less, but finds. */
    private static final Weights BASE = new Weights("bge-small", "/bge-small-en-v1.5-q.onnx", "");

    private static final String QUESTION_PREFIX = "Represent this sentence for searching relevant passages: ";
    private static final int DIMENSION = 384;
    private static final int QUESTION_PIECES = 140;
    private static final int PASSAGE_PIECES = 512;
    private static final String NATIVE_PATH = "onnxruntime.native.path";

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final WordPiece tokenizer;
    private final String fingerprint;
    private final Projection projection;
    /** How many word pieces of a question are the start and the prefix. */
    private final int prefixed;

    private final @Nullable String remark;

    /** Closing waits for those who read: the library would crash the whole process under them. */
    private final ReadWriteLock inUse;

    /**
     * Where a model's weights are.
     *
     * @param name for the unpacked file and the fingerprint
     * @param resource its path, with a slash first
     * @param hash the path of the resource that has its SHA-256 in hexadecimal; empty where its library answers for it
     */
    record Weights(String name, String resource, String hash) {}

    private BgeSmall(
            OrtEnvironment environment,
            OrtSession session,
            WordPiece tokenizer,
            String fingerprint,
            Projection projection,
            @Nullable String remark,
            ReadWriteLock inUse) {
        this.environment = environment;
        this.session = session;
        this.tokenizer = tokenizer;
        this.fingerprint = fingerprint;
        this.projection = projection;
        this.remark = remark;
        this.inUse = inUse;
        this.prefixed = tokenizer.encode(QUESTION_PREFIX, QUESTION_PIECES).length - 1;
    }

    /** The tuned model; where its file is missing or damaged, the base that it was tuned from. */
    static BgeSmall load(Path folder) throws IOException {
        return load(folder, TUNED);
    }

    static BgeSmall load(Path folder, Weights weights) throws IOException {
        Path natives = nativeLibraries(folder);
        if (natives != null && System.getProperty(NATIVE_PATH) == null) {
            System.setProperty(NATIVE_PATH, natives.toString());
        }
        try {
            return open(folder, weights, null);
        } catch (IOException e) {
            String remark =
                    "The tuned sentence model cannot be used (" + e.getMessage() + "). Its base is used instead,"
                            + " which finds fewer clauses; install the program again to have the tuned one back.";
            try {
                BgeSmall base = open(folder, BASE, remark);
                LOG.warn("{}", remark);
                return base;
            } catch (IOException none) {
                e.addSuppressed(none);
                throw e;
            }
        }
    }

    private static BgeSmall open(Path folder, Weights weights, @Nullable String remark) throws IOException {
        Path file = Unpacked.at(folder.resolve(weights.name() + ".onnx"), weights.resource());
        if (!weights.hash().isEmpty()) {
            Unpacked.check(file, weights.hash());
        }
        Unpacked.Sum sum = Unpacked.sum(weights.resource());
        Unpacked.Sum words = Unpacked.sum(TOKENIZER);
        String fingerprint =
                "%s/1/%x-%x/%x-%x".formatted(weights.name(), sum.size(), sum.crc(), words.size(), words.crc());
        try {
            OrtEnvironment environment =
                    OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "clausebot");
            environment.setTelemetry(false);
            return new BgeSmall(
                    environment,
                    session(environment, file),
                    tokenizer(),
                    fingerprint,
                    Projection.bundled(fingerprint, DIMENSION),
                    remark,
                    new ReentrantReadWriteLock());
        } catch (OrtException | UnsatisfiedLinkError e) {
            throw new IOException("The sentence model cannot be started on this machine: " + e.getMessage(), e);
        }
    }

    /** The same, whose token vectors are made smaller otherwise; either is closed by closing one. */
    BgeSmall with(Projection other) {
        return new BgeSmall(environment, session, tokenizer, fingerprint, other, remark, inUse);
    }

    private static OrtSession session(OrtEnvironment environment, Path weights) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            // Without these two, memory stays as large as the longest clause ever needed.
            options.setMemoryPatternOptimization(false);
            options.setCPUArenaAllocator(false);
            return environment.createSession(weights.toString(), options);
        }
    }

    /** @return the folder with this platform's libraries, or null when the runtime has none and must say so itself */
    private static @Nullable Path nativeLibraries(Path folder) throws IOException {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch", "");
        boolean arm = arch.equals("aarch64");
        if (!arm && !arch.equals("amd64") && !arch.equals("x86_64")) {
            return null;
        }
        String platform;
        String[] names;
        if (os.contains("linux")) {
            platform = arm ? "linux-aarch64" : "linux-x64";
            names = new String[] {"libonnxruntime.so", "libonnxruntime4j_jni.so"};
        } else if (os.contains("mac") && arm) {
            platform = "osx-aarch64";
            names = new String[] {"libonnxruntime.dylib", "libonnxruntime4j_jni.dylib"};
        } else if (os.contains("win") && !arm) {
            platform = "win-x64";
            names = new String[] {"onnxruntime.dll", "onnxruntime4j_jni.dll", "onnxruntime_providers_shared.dll"};
        } else {
            return null;
        }
        Path target = folder.resolve(platform).toAbsolutePath();
        for (String name : names) {
            Unpacked.at(target.resolve(name), "/ai/onnxruntime/native/" + platform + "/" + name);
        }
        return target;
    }

    static WordPiece tokenizer() throws IOException {
        Map<String, Integer> vocabulary = new HashMap<>(65_536);
        try (InputStream in = Unpacked.open(TOKENIZER);
                JsonParser parser = new JsonMapper().createParser(in)) {
            boolean inVocabulary = false;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME && parser.currentName().equals("vocab")) {
                    inVocabulary = true;
                } else if (inVocabulary && token == JsonToken.VALUE_NUMBER_INT) {
                    vocabulary.put(parser.currentName(), parser.getIntValue());
                } else if (inVocabulary && token == JsonToken.END_OBJECT) {
                    break;
                }
            }
        }
        return new WordPiece(vocabulary);
    }

    @Override
    public float[] question(String text) {
        return Vectors.unit(states(tokenizer.encode(QUESTION_PREFIX + text, QUESTION_PIECES), 1)[0]);
    }

    @Override
    public float[] passage(String text) {
        return Vectors.unit(states(tokenizer.encode(text, PASSAGE_PIECES), 1)[0]);
    }

    @Override
    public Reading readQuestion(String text) {
        return read(tokenizer.encode(QUESTION_PREFIX + text, QUESTION_PIECES), prefixed);
    }

    @Override
    public Reading readPassage(String text) {
        return read(tokenizer.encode(text, PASSAGE_PIECES), 1);
    }

    /** @param from the first word piece that is the text's own; the last is never */
    private Reading read(long[] ids, int from) {
        float[][] states = states(ids, ids.length);
        float[][] words = new float[Math.max(0, ids.length - 1 - from)][];
        for (int i = 0; i < words.length; i++) {
            words[i] = projection.of(states[from + i]);
        }
        return new Reading(Vectors.unit(states[0]), TokenVectors.of(words));
    }

    /** The states of the first {@code count} word pieces. */
    private float[][] states(long[] ids, int count) {
        long[] shape = {1, ids.length};
        long[] ones = new long[ids.length];
        java.util.Arrays.fill(ones, 1L);
        inUse.readLock().lock();
        try (OnnxTensor words = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
                OnnxTensor mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
                OnnxTensor types = OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[ids.length]), shape);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", words, "attention_mask", mask, "token_type_ids", types))) {
            FloatBuffer all = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[][] states = new float[count][DIMENSION];
            for (float[] state : states) {
                all.get(state);
            }
            return states;
        } catch (OrtException e) {
            throw new IllegalStateException("The sentence model failed", e);
        } finally {
            inUse.readLock().unlock();
        }
    }

    @Override
    public boolean knows(String word) {
        return tokenizer.knows(word);
    }

    @Override
    public int dimension() {
        return DIMENSION;
    }

    @Override
    public String fingerprint() {
        return fingerprint;
    }

    @Override
    public String readingFingerprint() {
        return fingerprint + "/" + projection.fingerprint();
    }

    @Override
    public Optional<String> remark() {
        return Optional.ofNullable(remark);
    }

    @Override
    public void close() {
        inUse.writeLock().lock();
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("The sentence model cannot be closed", e);
        } finally {
            inUse.writeLock().unlock();
        }
    }
}
