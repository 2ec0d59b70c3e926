package org.clausebot.http;

import java.nio.ByteBuffer;

/**
 * A file that came with a form. It is only in memory, never in a temporary file.
 *
 * @param field the form's field
 * @param name as the sender's computer calls it, without folders; 1 to 200 characters, none of them a control character
 * @param bytes what it holds; read-only
 */
public record UploadedFile(String field, String name, ByteBuffer bytes) {
    public UploadedFile {
        bytes = bytes.asReadOnlyBuffer();
    }

    /** What the file holds, to be read from its beginning. */
    @Override
    public ByteBuffer bytes() {
        return bytes.asReadOnlyBuffer();
    }

    /** Says nothing of what somebody sent. */
    @Override
    public String toString() {
        return "UploadedFile[" + bytes.remaining() + " bytes]";
    }
}
