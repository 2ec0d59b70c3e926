package org.clausebot.app;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clausebot.desk.owner.OwnerSite;
import org.clausebot.desk.owner.OwnerTab;
import org.clausebot.school.Receiver;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads everything at the policy desk: follows each link, saves each file, and looks at each choice of each form. */
final class DeskReader {
    private static final String DESK = "/desk/policies";
    private static final int MOST = 400;

    private final OwnerSite site;
    private final Receiver who;
    private final List<String> queries;
    private final HttpClient client = HttpClient.newHttpClient();

    /** @param queries what to look for with the search */
    DeskReader(OwnerSite site, List<String> queries) {
        this(site, OwnerSite.OWNER, queries);
    }

    DeskReader(OwnerSite site, Receiver who, List<String> queries) {
        this.site = site;
        this.who = who;
        this.queries = queries;
    }

    /** By address, all that is there for whoever looks, to the byte. */
    Map<String, String> all() throws IOException, InterruptedException {
        Map<String, String> read = new TreeMap<>();
        Deque<String> next = new ArrayDeque<>();
        for (OwnerTab tab : OwnerTab.values()) {
            next.add(tab.address());
        }
        queries.forEach(query ->
                next.add(OwnerTab.SEARCH.address() + "?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8)));
        while (!next.isEmpty()) {
            String address = next.pop();
            if (read.containsKey(address)) {
                continue;
            }
            if (read.size() == MOST) {
                throw new IllegalStateException("The desk has no end: " + read.keySet());
            }
            String body = get(address);
            read.put(address, body);
            if (body.stripLeading().startsWith("<")) {
                next.addAll(links(Jsoup.parse(body)));
            }
        }
        return read;
    }

    private String get(String address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(site.at(address))
                .header("Cookie", site.cookieName() + "=" + who.id())
                .build();
        // Each byte as a letter, so that none is lost.
        return client.send(request, BodyHandlers.ofString(StandardCharsets.ISO_8859_1))
                .body();
    }

    private static List<String> links(Document page) {
        List<String> links = new ArrayList<>();
        page.select("a[href]").forEach(link -> links.add(link.attr("href").replaceFirst("#.*", "")));
        page.select("form[method=get]").forEach(form -> links.addAll(choices(form)));
        links.removeIf(link -> !link.startsWith(DESK) || link.startsWith(DESK + "/assets"));
        return links;
    }

    /** Each option of each field, the others as they are. */
    private static List<String> choices(Element form) {
        List<String> links = new ArrayList<>();
        Map<String, String> usual = new HashMap<>();
        form.select("input[name][value]").forEach(field -> usual.put(field.attr("name"), field.attr("value")));
        form.select("select").forEach(field -> usual.put(field.attr("name"), chosen(field)));
        for (Element field : form.select("select")) {
            for (Element option : field.select("option")) {
                Map<String, String> fields = new TreeMap<>(usual);
                fields.put(field.attr("name"), option.attr("value"));
                List<String> pairs = new ArrayList<>();
                fields.forEach(
                        (name, value) -> pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
                links.add(form.attr("action") + "?" + String.join("&", pairs));
            }
        }
        return links;
    }

    private static String chosen(Element select) {
        Element option = select.selectFirst("option[selected]");
        return option == null ? "" : option.attr("value");
    }
}
