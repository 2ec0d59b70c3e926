package org.clausebot.policy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Tells the text of a web page from what stands around it. */
final class HtmlFurniture {
    private static final Set<String> UNSEEN = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "svg",
            "canvas",
            "iframe",
            "object",
            "head",
            "select",
            "textarea",
            "input",
            "audio",
            "video",
            "map",
            "link",
            "meta");
    private static final Set<String> AROUND = Set.of("nav", "footer", "aside", "button", "dialog", "menu");
    private static final Set<String> ROLES = Set.of(
            "navigation",
            "dialog",
            "alertdialog",
            "banner",
            "contentinfo",
            "complementary",
            "search",
            "menu",
            "menubar");
    private static final Set<String> NAMES = Set.of(
            "cookie",
            "cookies",
            "breadcrumb",
            "breadcrumbs",
            "nav",
            "navbar",
            "navigation",
            "menu",
            "sidebar",
            "skip",
            "skiplink",
            "share",
            "sharing",
            "feedback",
            "pagination",
            "related",
            "newsletter",
            "modal",
            "popup",
            "gdpr",
            "cookiebanner",
            "masthead",
            "colophon");
    private static final List<String> HEADINGS = List.of("h1", "h2", "h3");
    private static final Set<String> PARTS = Set.of("td", "div", "section");
    private static final int LONGEST_ASIDE = 8;
    private static final Pattern NAME_BREAK = Pattern.compile("[^a-z0-9]+");
    private static final Pattern HIDDEN =
            Pattern.compile("(?i).*(display\\s*:\\s*none|visibility\\s*:\\s*hidden).*", Pattern.DOTALL);

    private final Element root;
    private final int size;

    HtmlFurniture(Element body) {
        this.root = root(body);
        this.size = body.text().length();
    }

    private static Element root(Element body) {
        int whole = body.text().length();
        for (String place : List.of("main", "[role=main]", "article", "#main-content", "#content", ".entry-content")) {
            List<Element> found = body.select(place);
            if (found.size() == 1 && found.getFirst().text().length() * 4 > whole) {
                return found.getFirst();
            }
        }
        return mainPart(body).orElse(body);
    }

    /**
     * The part of a page without {@code main} that holds its text: most words, and the highest heading. A cell of a table
     * that lays out the page is enough; outside any other part there must be no rules.
     */
    private static Optional<Element> mainPart(Element body) {
        Optional<Element> highest =
                HEADINGS.stream().flatMap(h -> body.select(h).stream()).findFirst();
        return highest.stream()
                .flatMap(h -> h.parents().stream())
                .filter(e -> PARTS.contains(e.normalName())
                        && e.text().length() * 2 > body.text().length())
                .findFirst()
                .filter(e -> e.normalName().equals("td") || !hasRulesOutside(body, e));
    }

    private static boolean hasRulesOutside(Element body, Element part) {
        return body.select("h1, h2, p, li, dd").stream()
                .filter(e -> !contains(part, e) && e.hasText())
                .anyMatch(e -> e.normalName().startsWith("h")
                        || (Phrases.endsSentence(e.text()) && Phrases.wordCount(e.text()) > LONGEST_ASIDE));
    }

    static boolean isUnseen(Element element) {
        return UNSEEN.contains(element.normalName())
                || element.hasAttr("hidden")
                || HIDDEN.matcher(element.attr("style")).matches();
    }

    /** Why {@code element} is no part of the text, if it is none. */
    Optional<SetAside.Reason> reason(Element element) {
        if (element.text().length() * 2 > size && !element.equals(root) && contains(element, root)) {
            return Optional.empty();
        }
        boolean outside = !contains(element, root) && !contains(root, element);
        if (outside) {
            return Optional.of(SetAside.Reason.NAVIGATION);
        }
        if (leadsElsewhere(element)) {
            return Optional.of(SetAside.Reason.NAVIGATION);
        }
        if (isContents(element)) {
            return Optional.of(SetAside.Reason.CONTENTS);
        }
        return isAround(element) ? Optional.of(SetAside.Reason.NAVIGATION) : Optional.empty();
    }

    /** Whether a paragraph is nothing but links to other places of this page, such as "Back to top". */
    private static boolean leadsElsewhere(Element element) {
        if (!element.normalName().equals("p") && !element.normalName().equals("div")) {
            return false;
        }
        int linked = element.select("a[href^=#]").stream()
                .mapToInt(a -> DocumentText.letters(a.text()).length())
                .sum();
        return linked > 0 && linked == DocumentText.letters(element.text()).length();
    }

    private static boolean contains(Element outer, Element inner) {
        for (Element at = inner; at != null; at = at.parent()) {
            if (at.equals(outer)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAround(Element element) {
        String name = element.normalName();
        if (AROUND.contains(name) || ROLES.contains(element.attr("role").toLowerCase(Locale.ROOT))) {
            return true;
        }
        if (name.equals("header")) {
            return element.selectFirst("h1, h2") == null;
        }
        boolean named = named(element, NAMES);
        return named && element.text().length() * 2 < size && !name.startsWith("h") && !name.equals("body");
    }

    private static boolean named(Element element, Set<String> names) {
        String all = (element.className() + " " + element.id()).toLowerCase(Locale.ROOT);
        return NAME_BREAK.splitAsStream(all).anyMatch(names::contains);
    }

    private static boolean isContents(Element element) {
        if (named(element, Set.of("toc", "tableofcontents"))
                || element.className().contains("table-of-contents")) {
            return true;
        }
        if (!element.normalName().equals("ul") && !element.normalName().equals("ol")) {
            return false;
        }
        List<Element> links = element.select("a[href^=#]");
        return links.size() > 1
                && links.size() == element.select("li").size()
                && links.stream().mapToInt(l -> l.text().length()).sum() * 10
                        >= element.text().length() * 8;
    }
}
