package org.clausebot.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Looks at everything that one person can see of the program, and writes it down so that two runs can be compared. */
final class Lookout {
    static final String HIDDEN = "HIDDEN";
    static final String HIDDEN_FILE = "FILE-OF-H";

    /** Questions to pages that take some; {@code HIDDEN} stands for the reference that is not to be found. */
    private static final Map<String, List<String>> QUERIES = Map.of(
            "/desk",
            List.of(
                    "?q=HIDDEN",
                    "?q=quillfeather",
                    "?q=zebedee+quillfeather",
                    "?q=Report+a+concern",
                    "?q=the",
                    "?status=new",
                    "?status=seen",
                    "?status=in-hand",
                    "?status=passed-on",
                    "?status=closed",
                    "?status=new&q=HIDDEN",
                    "?done=AAAAAAAAAAAAAAAAAAAAAA"),
            "/desk/retention",
            List.of("?by=2026-11-23", "?by=2027-06-01", "?by=2126-01-01"),
            "/desk/register",
            List.of("?q=HIDDEN"),
            "/desk/account",
            List.of("?done=closed"),
            "/desk/sign-in",
            List.of("?next=/desk/cases/HIDDEN"),
            "/find",
            List.of("?q=HIDDEN", "?q=quillfeather", "?q=telephone"),
            "/report",
            List.of("?about=concern-about-adult"));

    private final WebProgram web;
    private final Browser viewer;
    private final Map<String, String> ids;
    private final Masks masks;
    private final Map<String, String> seen = new TreeMap<>();

    /** @param ids the references {@code HIDDEN} and {@code SHOWN}, and files of theirs, by these names */
    Lookout(WebProgram web, Browser viewer, Map<String, String> ids) {
        this.web = web;
        this.viewer = viewer;
        this.ids = ids;
        // What is not to be found has the same name in both runs, so that it need not be masked.
        Map<String, String> random = new TreeMap<>(ids);
        random.keySet().removeIf(name -> name.startsWith(HIDDEN) || name.equals(HIDDEN_FILE));
        this.masks = new Masks(web.address().getPort(), random);
    }

    /** Everything seen so far, by how it was asked for. */
    Map<String, String> seen() {
        return seen;
    }

    /** Every address of the program that can be fetched, and every refusal of a change to the hidden case. */
    Lookout everywhere() throws Exception {
        for (String template : web.answers("GET")) {
            for (String path : filled(template)) {
                // Last, when nothing else is under way.
                if (!path.equals("/metrics")) {
                    get(path);
                }
            }
        }
        for (String template : web.answers("POST")) {
            if (template.contains("{reference}")) {
                for (String path : filled(template)) {
                    if (path.contains("/HIDDEN")) {
                        refused(path);
                    }
                }
            }
        }
        return this;
    }

    private void get(String path) throws Exception {
        note("GET " + path, viewer.get(real(path)));
    }

    private void refused(String path) throws Exception {
        Map<String, String> fields = Map.of(
                "once", "BBBBBBBBBBBBBBBBBBBBBB",
                "was", "new",
                "status", "closed",
                "words", "Words",
                "reason", "A reason",
                "receiver", "tom-reed",
                "held", "yes",
                "sure", "yes");
        note("POST " + path, viewer.post(real(path), fields));
        note("POST empty " + path, viewer.post(real(path), Map.of()));
        note("POST unsigned " + path, viewer.post(real(path), Map.of("_csrf", "wrong")));
    }

    private String real(String path) {
        String real = path;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            real = real.replace(id.getKey(), id.getValue());
        }
        return real.replace("hidden-in-small", ids.getOrDefault("HIDDEN", "").toLowerCase(Locale.ROOT));
    }

    /** The addresses that a template stands for. A segment that is not known here fails: it must be looked at. */
    private static List<String> filled(String template) {
        List<String> paths = List.of(template);
        for (String segment : template.split("/", -1)) {
            if (segment.startsWith("{")) {
                List<String> longer = new ArrayList<>();
                for (String path : paths) {
                    values(template, segment).forEach(value -> longer.add(path.replace(segment, value)));
                }
                paths = longer;
            }
        }
        List<String> all = new ArrayList<>(paths);
        QUERIES.getOrDefault(template, List.of()).forEach(query -> all.add(template + query));
        return all;
    }

    private static List<String> values(String template, String segment) {
        return switch (segment) {
            case "{reference}" -> List.of("HIDDEN", "SHOWN", "hidden-in-small");
            case "{file}" -> List.of("clausebot.css", "owner.css", "overview.csv", "nothing");
            case "{id}" ->
                template.startsWith("/policies")
                        ? List.of("social-media", "nothing")
                        : List.of("FILE-OF-H", "FILE-OF-S", "nothing");
            case "{policy}" -> List.of("social-media", "nothing");
            case "{term}" -> List.of("2026-autumn", "nothing");
            case "{draft}", "{gap}", "{person}", "{round}", "{token}" -> List.of("nothing");
            default -> throw new AssertionError("What is " + segment + " in " + template + "? Say so here.");
        };
    }

    private void note(String how, HttpResponse<byte[]> response) throws IOException {
        boolean pdf = response.headers()
                .firstValue("Content-Type")
                .filter("application/pdf"::equals)
                .isPresent();
        String body = pdf ? inPdf(response.body()) : new String(response.body(), UTF_8);
        StringBuilder text = new StringBuilder("status: " + response.statusCode() + "\n");
        response.headers().map().forEach((name, values) -> {
            // A QR code is as long as its random secret makes it, a PDF as long as its random reference compresses to.
            boolean varies = pdf || body.contains("class=\"qr\"");
            if (!(varies && name.equalsIgnoreCase("content-length"))) {
                values.forEach(value -> text.append(name.toLowerCase(Locale.ROOT))
                        .append(": ")
                        .append(value)
                        .append('\n'));
            }
        });
        seen.put(how, masks.in(text.append('\n').append(body).toString()));
    }

    /** Its words: the file itself has random ids, and its pages are compressed with the random reference on them. */
    private static String inPdf(byte[] bytes) throws IOException {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            return document.getNumberOfPages() + " pages\n"
                    + document.getDocumentInformation().getTitle() + "\n" + new PDFTextStripper().getText(document);
        }
    }

    /** The metrics, once every request that was answered has been counted, which happens just after the answer. */
    Lookout metrics() throws Exception {
        String before = "";
        String now = counters();
        for (int tries = 0; tries < 20 && !now.equals(before); tries++) {
            before = now;
            now = counters();
        }
        seen.put("metrics", now);
        return this;
    }

    /** Without how often the metrics themselves were looked at, which is this test's own doing. */
    private String counters() throws Exception {
        String page = new String(viewer.get("/metrics").body(), UTF_8);
        return masks.in(Masks.inMetrics(page)).replaceAll("(?m)^http_server_requests\\S+route=\"/metrics\".*\n", "");
    }

    Lookout mails(List<String> mails) {
        for (int i = 0; i < mails.size(); i++) {
            seen.put("mail " + i, masks.in(mails.get(i)));
        }
        return this;
    }

    /** The log's lines by level, class and words, in no order: each is written just after the answer it tells of. */
    Lookout log(Path folder) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder.resolve("log"))) {
            for (Path file : files.toList()) {
                for (String line : Files.readAllLines(file)) {
                    lines.add(masks.in(line)
                            .replaceAll("\"(sequenceNumber|timestamp|nanoseconds)\":\\d+", "\"$1\"")
                            .replaceAll("\"threadName\":\"[^\"]*\"", "\"threadName\"")
                            .replaceAll("\"birthTime\":\\d+", "\"birthTime\"")
                            .replaceAll("port \\d+", "port"));
                }
            }
        }
        lines.removeIf(line -> (line.contains("route") && line.contains("/metrics")) || line.contains("GET /metrics"));
        seen.put("log", String.join("\n", lines.stream().sorted().toList()));
        return this;
    }
}
