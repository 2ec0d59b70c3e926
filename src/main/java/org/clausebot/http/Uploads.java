package org.clausebot.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.eclipse.jetty.http.ComplianceViolation;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartCompliance;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Promise;

/** Takes a {@code multipart/form-data} body apart (RFC 7578), in memory only. What is not in form is refused whole. */
final class Uploads {
    private static final int MAX_FILES = 10;
    private static final int MAX_PARTS = 32;
    private static final int MAX_PART_HEADERS = 2 * 1024;

    private Uploads() {}

    /** The boundary that {@code contentType} names; refused when it is none of RFC 2046. */
    static String boundary(String contentType) {
        String boundary = MultiPart.extractBoundary(contentType);
        if (boundary == null || !boundary.matches("[A-Za-z0-9'()+_,./:=? -]{1,70}")) {
            throw malformed();
        }
        return boundary;
    }

    /**
     * The fields and files of {@code body}.
     *
     * @throws Refused when it is not in form
     */
    static Sent parse(String boundary, byte[] body) {
        MultiPartFormData.Parser parser = new MultiPartFormData.Parser(
                boundary, MultiPartCompliance.RFC7578_STRICT, ComplianceViolation.Listener.NOOP);
        parser.setMaxParts(MAX_PARTS);
        parser.setMaxLength(body.length);
        parser.setMaxFileSize(-1);
        // Below zero: nothing is ever written to a temporary file.
        parser.setMaxMemoryFileSize(-1);
        parser.setPartHeadersMaxLength(MAX_PART_HEADERS);
        CompletableFuture<MultiPartFormData.Parts> parsed = new CompletableFuture<>();
        parser.parse(Content.Source.from(ByteBuffer.wrap(body)), Promise.Invocable.toPromise(parsed));
        try (MultiPartFormData.Parts parts = parsed.join()) {
            return sorted(parts);
        } catch (CompletionException | IllegalArgumentException | IllegalStateException e) {
            // What a broken body holds must not reach a log through a cause.
            throw malformed();
        }
    }

    private static Sent sorted(MultiPartFormData.Parts parts) {
        Map<String, String> fields = new LinkedHashMap<>();
        List<UploadedFile> files = new ArrayList<>();
        for (MultiPart.Part part : parts) {
            String name = part.getName();
            if (name == null || name.isEmpty() || part.getHeaders().contains(HttpHeader.CONTENT_TRANSFER_ENCODING)) {
                throw malformed();
            }
            String fileName = part.getFileName();
            if (fileName == null) {
                String value = FormData.text(bytes(part));
                if (value.length() > Incoming.MAX_BODY || fields.putIfAbsent(name, value) != null) {
                    throw malformed();
                }
            } else if (!fileName.isEmpty() || part.getLength() > 0) {
                files.add(new UploadedFile(name, Disposition.fileName(fileName), ByteBuffer.wrap(bytes(part))));
            }
        }
        if (files.size() > MAX_FILES) {
            throw new Refused(Notice.badRequest(
                    "Too many files were sent at once: send " + MAX_FILES + " or fewer. Nothing was kept."));
        }
        return new Sent(fields, files);
    }

    /** One character a byte both ways, so that nothing is decoded on the way. */
    private static byte[] bytes(MultiPart.Part part) {
        return part.getContentAsString(StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Refused malformed() {
        return new Refused(Notice.badRequest(
                "The file did not arrive whole, or not in the form that browsers send. Nothing was kept. Please go back"
                        + " and choose the file again."));
    }
}
