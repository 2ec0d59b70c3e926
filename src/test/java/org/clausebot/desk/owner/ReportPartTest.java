package org.clausebot.desk.owner;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.text.PDFTextStripper;
import org.clausebot.insight.GovernorsReport;
import org.clausebot.insight.MemoryLog;
import org.clausebot.insight.Publications.Publication;
import org.clausebot.insight.Unclear.Found;
import org.clausebot.insight.Unclear.Matter;
import org.clausebot.policy.ClauseRef;
import org.clausebot.policy.IsoWeek;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyId;
import org.clausebot.querylog.Asked;
import org.clausebot.querylog.Entry;
import org.clausebot.querylog.Outcome;
import org.clausebot.search.TestPolicies;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportPartTest {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC);
    private static final String HERE = OwnerTab.REPORT.address();
    private static final String PDF = HERE + "/2026-autumn/report.pdf";
    private static final Path GOLDEN = Path.of("src/test/resources/desk/governors-report.txt");
    private static final Policy POLICY = new TestPolicies.Builder("social-media", "Social Media Policy")
            .clause(
                    "2.4.6",
                    "2.4 Protection",
                    "Adults working in schools should not:",
                    "Use school ICT for themselves.")
            .build();

    @TempDir
    private static Path folder;

    private static @Nullable OwnerSite shared;

    private final HttpClient client = HttpClient.newHttpClient();
    private final OwnerSite site = Objects.requireNonNull(shared);

    private static MemoryLog log() {
        MemoryLog log = new MemoryLog();
        List<Entry.Judged> clause = List.of(new Entry.Judged(
                new Asked.Shown(new ClauseRef(new PolicyId("social-media"), "2.4.6"), "2018-06"), Optional.empty()));
        for (int week = 37; week <= 44; week++) {
            log.add(new IsoWeek(2026, week), Outcome.QUOTED, "camera", clause, 60);
            log.add(new IsoWeek(2026, week), Outcome.NOT_COVERED, "my own words about Shaz", List.of(), 40);
        }
        return log;
    }

    private static OwnerSite siteAt(String now) throws Exception {
        Clock clock = Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
        return new OwnerSite(Files.createTempDirectory(folder, "site"), clock, part(clock));
    }

    static ReportPart part(Clock clock) {
        return new ReportPart(
                new GovernorsReport(
                        log().slices("key", clock.instant()),
                        (school, from, to) -> Optional.of(new Found(
                                LocalDate.of(2026, 6, 15),
                                LocalDate.of(2026, 11, 1),
                                List.of(
                                        new Matter("can i wear a smart watch", 45, "Nothing is decided yet."),
                                        new Matter("<b>dogs</b>", 25, "On the list.")))),
                        (from, to) -> List.of(new Publication(
                                LocalDate.of(2026, 10, 5),
                                POLICY.id(),
                                "Social Media Policy",
                                "October 2026 (0123abcd)",
                                "Says what watches may do – “at last”")),
                        () -> List.of(POLICY)),
                () -> Optional.of(OwnerSite.school()),
                clock);
    }

    @BeforeAll
    static void start() throws Exception {
        shared = siteAt("2026-11-23T10:00:00Z");
    }

    @AfterAll
    static void stop() {
        Objects.requireNonNull(shared).close();
    }

    private byte[] pdf(OwnerSite from) throws Exception {
        URI address = from.at(PDF);
        return client.send(
                        HttpRequest.newBuilder(address)
                                .header("Cookie", from.cookieName() + "=" + OwnerSite.READER.id())
                                .build(),
                        BodyHandlers.ofByteArray())
                .body();
    }

    private static String text(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).strip() + "\n";
        }
    }

    @Test
    void the_pdf_reads_as_the_kept_example_does() throws Exception {
        assertThat(text(pdf(site))).isEqualToNormalizingNewlines(Files.readString(GOLDEN));
    }

    @Test
    void the_same_report_on_the_same_day_is_the_same_file_and_differs_tomorrow_by_its_date_alone() throws Exception {
        byte[] first = pdf(site);
        assertThat(pdf(site)).isEqualTo(first);
        try (OwnerSite later = siteAt("2026-11-23T23:30:00Z");
                OwnerSite tomorrow = siteAt("2026-11-24T10:00:00Z")) {
            assertThat(pdf(later)).isEqualTo(first);
            assertThat(pdf(tomorrow)).isNotEqualTo(first);
            assertThat(text(pdf(tomorrow)).replace("24 November 2026", "23 November 2026"))
                    .isEqualTo(text(first));
        }
    }

    @Test
    void it_is_tagged_titled_and_says_its_language() throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf(site))) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Governors’ report: Autumn term 2026");
            PDStructureElement root = (PDStructureElement) document.getDocumentCatalog()
                    .getStructureTreeRoot()
                    .getKids()
                    .getFirst();
            List<String> tags = root.getKids().stream()
                    .map(kid -> ((PDStructureElement) kid).getStructureType())
                    .toList();
            assertThat(tags).startsWith("H1").contains("H2", "H3", "P", "BlockQuote");
        }
    }

    @Test
    void the_pdf_has_every_word_of_the_page() throws Exception {
        Document page = site.page(OwnerSite.READER, HERE);
        String text = text(pdf(site)).replaceAll("\\s+", "");
        List<String> words = new ArrayList<>();
        page.select("article thead, article caption").remove();
        NodeTraversor.traverse(
                (node, depth) -> {
                    if (node instanceof TextNode own && !own.isBlank()) {
                        words.add(own.getWholeText().replaceAll("\\s+", ""));
                    }
                },
                page.expectFirst("article"));
        assertThat(words)
                .hasSizeGreaterThan(40)
                .allSatisfy(word -> assertThat(text).contains(word.replaceAll("(^·)|(:$)", "")));
    }

    @Test
    void single_questions_are_nowhere_in_it_and_clauses_carry_their_lead_in() throws Exception {
        String page = site.get(OwnerSite.READER, HERE).body();
        assertThat(page).doesNotContain("Shaz", "<b>dogs").contains("&lt;b&gt;dogs");
        assertThat(site.page(OwnerSite.READER, HERE).expectFirst("blockquote").text())
                .isEqualTo("Adults working in schools should not: Use school ICT for themselves.");
        assertThat(text(pdf(site))).doesNotContain("Shaz");
    }

    @Test
    void a_term_of_which_nothing_is_kept_says_so_and_an_unknown_one_is_not_there() throws Exception {
        assertThat(site.page(OwnerSite.READER, HERE + "?term=2026-spring").text())
                .contains("Spring term 2026", "No week of this term can be told");
        assertThat(site.get(OwnerSite.READER, HERE + "?term=1999-spring").statusCode())
                .isEqualTo(404);
        assertThat(site.get(OwnerSite.DSL, HERE).statusCode()).isEqualTo(404);
        assertThat(site.get(OwnerSite.DSL, PDF).statusCode()).isEqualTo(404);
    }
}
