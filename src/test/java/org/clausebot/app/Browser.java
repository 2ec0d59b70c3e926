package org.clausebot.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.spec.SecretKeySpec;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** What one person's browser does: keeps cookies, fills in forms, follows nothing by itself. */
final class Browser {
    static final String PASSWORD = "violet kettle sandbank 9";
    private static final String BOUNDARY = "clausebot-test-boundary";

    private final URI base;
    private final String bearer;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new TreeMap<>();
    private String staffToken = "";
    private String deskToken = "";

    /** @param bearer sent with each request; empty for none */
    Browser(URI base, String bearer) {
        this.base = base;
        this.bearer = bearer;
    }

    HttpResponse<byte[]> get(String path) throws Exception {
        return send(request(path));
    }

    Document page(String path) throws Exception {
        return document(get(path));
    }

    static Document document(HttpResponse<byte[]> response) {
        return Jsoup.parse(new String(response.body(), UTF_8));
    }

    /** Sends a form with the token of its part of the program. */
    HttpResponse<byte[]> post(String path, Map<String, String> fields) throws Exception {
        Map<String, String> all = new TreeMap<>(fields);
        all.putIfAbsent("_csrf", path.startsWith("/desk") ? deskToken : staffToken);
        String body = all.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
        if (path.equals("/ask")) {
            request.header("HX-Request", "true");
        }
        return bearer.isEmpty() ? request : request.header("Authorization", "Bearer " + bearer);
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(e -> e.getKey() + "=" + e.getValue())
                            .collect(Collectors.joining("; ")));
        }
        HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
        for (String cookie : response.headers().allValues("Set-Cookie")) {
            String pair = cookie.substring(0, cookie.indexOf(';'));
            cookies.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return response;
    }

    /** Signs in as staff with a link that was not used yet. */
    Browser asStaff(URI link) throws Exception {
        get(link.getPath() + "?" + link.getQuery());
        staffToken = page("/").select("input[name=_csrf]").val();
        return this;
    }

    /** Sets up access to the case desk with an invitation, which signs in. */
    Browser asReceiver(URI invitation, Clock clock) throws Exception {
        Document page = page(invitation.getPath() + "?" + invitation.getQuery());
        byte[] secret = unBase32(page.select(".secret").text().replace(" ", ""));
        String code = new TimeBasedOneTimePasswordGenerator()
                .generateOneTimePasswordString(new SecretKeySpec(secret, "RAW"), clock.instant(), Locale.ROOT);
        Map<String, String> fields = new HashMap<>(Map.of("password", PASSWORD, "again", PASSWORD, "code", code));
        page.select("form[action=/desk/welcome] input[type=hidden]").forEach(i -> fields.put(i.attr("name"), i.val()));
        post("/desk/welcome", fields);
        deskToken = page("/desk/account").select("input[name=_csrf]").val();
        return this;
    }

    private static byte[] unBase32(String text) {
        byte[] bytes = new byte[text.length() * 5 / 8];
        long held = 0;
        int bits = 0;
        int at = 0;
        for (int i = 0; i < text.length(); i++) {
            held = held << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(text.charAt(i));
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[at++] = (byte) (held >> bits);
            }
        }
        return bytes;
    }

    /** Says one thing after another in the conversation. {@code +name words} adds a file. @return the last answer */
    Document say(List<String> lines) throws Exception {
        Document answer = Jsoup.parse("");
        for (String line : lines) {
            if (line.startsWith("+")) {
                String[] file = line.substring(1).split(" ", 2);
                String step = answer.select("form.upload input[name=step]").val();
                answer = document(attach(step, file[0], file[1]));
            } else {
                answer = document(post("/ask", Map.of("question", line)));
            }
        }
        return answer;
    }

    private HttpResponse<byte[]> attach(String step, String name, String words) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        Map.of("_csrf", staffToken, "step", step, "upload", "yes")
                .forEach((field, value) -> body.writeBytes(("--" + BOUNDARY
                                + "\r\nContent-Disposition: form-data; name=\"" + field + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(UTF_8)));
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: text/plain\r\n\r\n" + words + "\r\n--" + BOUNDARY + "--\r\n")
                .getBytes(UTF_8));
        return send(request("/ask")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** Fills in one of the forms of a case's page. */
    HttpResponse<byte[]> fill(String reference, String form, Map<String, String> typed) throws Exception {
        Map<String, String> fields = new HashMap<>(Map.of("once", "AAAAAAAAAAAAAAAAAAAAAA"));
        page("/desk/cases/" + reference)
                .select("form[action$=/" + form + "] input[type=hidden]")
                .forEach(input -> fields.put(input.attr("name"), input.val()));
        fields.putAll(typed);
        return post("/desk/cases/" + reference + "/" + form, fields);
    }
}
