package org.clausebot.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartCompliance;
import org.eclipse.jetty.http.MultiPartConfig;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Attributes;

/** Takes a {@code multipart/form-data} body apart (RFC 7578), in memory only. What is not in form is refused whole. */
final class Uploads {
    private static final int MAX_FILES = 10;
    private static final int MAX_PARTS = 32;
    private static final int MAX_PART_HEADERS = 2 * 1024;

    private Uploads() {}

    /**
     * The fields and files of {@code body}.
     *
     * @param contentType with its boundary (RFC 2046)
     * @throws Refused when it is not in form
     */
    static Sent parse(String contentType, byte[] body) {
        String boundary = MultiPart.extractBoundary(contentType);
        if (boundary == null || !boundary.matches("[A-Za-z0-9'()+_,./:=? -]{1,70}")) {
            throw malformed();
        }
        MultiPartConfig config = new MultiPartConfig.Builder()
                .complianceMode(MultiPartCompliance.RFC7578_STRICT)
                .maxParts(MAX_PARTS)
                .maxSize(body.length)
                .maxPartSize(-1)
                // Below zero: nothing is ever written to a temporary file.
                .maxMemoryPartSize(-1)
                .maxHeadersSize(MAX_PART_HEADERS)
                .useFilesForPartsWithoutFileName(false)
                .build();
        Content.Source source = Content.Source.from(ByteBuffer.wrap(body));
        try (MultiPartFormData.Parts parts =
                MultiPartFormData.getParts(source, new Attributes.Mapped(), contentType, config)) {
            return sorted(parts);
        } catch (HttpException.RuntimeException
                | CompletionException
                | IllegalArgumentException
                | IllegalStateException e) {
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
