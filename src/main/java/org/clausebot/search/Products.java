package org.clausebot.search;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.EnumMap;
import java.util.Map;

/**
 * Products of matrices on all processors, by the library that runs the sentence model: some twenty times as fast as the
 * same sums in Java. Each form of product is a model of a single step, written here in the library's own format.
 */
final class Products implements AutoCloseable {
    /** Which of the two is taken with rows and columns exchanged. */
    enum Form {
        /** A·B. */
        PLAIN(false, false),
        /** A·Bᵀ. */
        SECOND_TURNED(false, true),
        /** Aᵀ·B. */
        FIRST_TURNED(true, false);

        private final boolean first;
        private final boolean second;

        Form(boolean first, boolean second) {
            this.first = first;
            this.second = second;
        }
    }

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final Map<Form, OrtSession> sessions = new EnumMap<>(Form.class);

    /** Writes the product of {@code a} and {@code b} into {@code into}, which has its shape and is neither of them. */
    void multiply(Form form, Matrix a, Matrix b, Matrix into) {
        try (OnnxTensor first = tensor(a);
                OnnxTensor second = tensor(b);
                OnnxTensor product = tensor(into)) {
            session(form)
                    .run(Map.of("a", first, "b", second), Map.of("c", product))
                    .close();
        } catch (OrtException e) {
            throw new IllegalStateException("A product of matrices failed: " + e.getMessage(), e);
        }
    }

    private OnnxTensor tensor(Matrix matrix) throws OrtException {
        return OnnxTensor.createTensor(environment, matrix.numbers(), new long[] {matrix.rows(), matrix.columns()});
    }

    private OrtSession session(Form form) throws OrtException {
        OrtSession session = sessions.get(form);
        if (session == null) {
            try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
                options.setIntraOpNumThreads(Runtime.getRuntime().availableProcessors());
                options.setMemoryPatternOptimization(false);
                options.setCPUArenaAllocator(false);
                // Questions are answered meanwhile: a thread that waits for work may not keep a processor busy.
                options.addConfigEntry("session.intra_op.allow_spinning", "0");
                session = environment.createSession(OneProduct.model(form.first, form.second), options);
            }
            sessions.put(form, session);
        }
        return session;
    }

    @Override
    public void close() {
        try {
            for (OrtSession session : sessions.values()) {
                session.close();
            }
        } catch (OrtException e) {
            throw new IllegalStateException("What multiplies matrices cannot be closed", e);
        }
    }
}
