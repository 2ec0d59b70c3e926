package org.clausebot.incident;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.clausebot.seal.SealBrokenException;
import org.clausebot.seal.Vault;

/**
 * Seals the parts of one record, each for its place. Small parts are JSON, filled up with spaces to whole blocks so that
 * the length of a row does not tell the length of an answer.
 */
final class Envelope {
    private static final int BLOCK = 512;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Vault vault;
    private final String record;
    private final byte[] wrapped;

    private Envelope(Vault vault, String record, byte[] wrapped) {
        this.vault = vault;
        this.record = record;
        this.wrapped = wrapped;
    }

    static Envelope of(Vault vault, String record, byte[] wrapped) {
        return new Envelope(vault, record, wrapped);
    }

    /** With a data key of its own. */
    static Envelope fresh(Vault vault, String record) {
        return new Envelope(vault, record, vault.newKey(record));
    }

    String record() {
        return record;
    }

    byte[] wrapped() {
        return wrapped;
    }

    byte[] seal(String part, Object value) {
        try {
            byte[] json = JSON.writeValueAsBytes(value);
            byte[] filled = Arrays.copyOf(json, (json.length / BLOCK + 1) * BLOCK);
            Arrays.fill(filled, json.length, filled.length, (byte) ' ');
            return sealBytes(part, filled);
        } catch (JsonProcessingException e) {
            // Without the cause: it may quote what was to be sealed.
            throw new IllegalStateException("A part of a report cannot be written: " + value.getClass());
        }
    }

    <T> T open(String part, Class<T> type, byte[] sealed) {
        try {
            return JSON.readValue(new String(openBytes(part, sealed), StandardCharsets.UTF_8), type);
        } catch (IOException e) {
            // Without the cause: it may quote what was sealed.
            throw new SealBrokenException("A part of a report opens but is not of this program's form: " + type);
        }
    }

    byte[] sealBytes(String part, byte[] plain) {
        return vault.seal(wrapped, record, place(part), plain);
    }

    byte[] openBytes(String part, byte[] sealed) {
        return vault.open(wrapped, record, place(part), sealed);
    }

    private String place(String part) {
        return "report/" + record + "/" + part;
    }
}
