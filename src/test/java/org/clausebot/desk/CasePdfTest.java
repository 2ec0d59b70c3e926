package org.clausebot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.clausebot.desk.view.CaseView;
import org.clausebot.incident.Cases.Case;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CasePdfTest {
    private static final String MADE = "Made by Zoë O’Brien, Sunday 22 November 2026, 10:00";

    @TempDir
    private Path folder;

    private DeskSite site;

    @BeforeEach
    void start() throws Exception {
        site = new DeskSite(folder, new Fixtures(folder).file());
    }

    @AfterEach
    void stop() throws IOException {
        site.close();
    }

    private CaseView view() {
        Case found = site.filed
                .cases
                .open(Fixtures.viewer(DeskSchool.DSL), site.filed.contact)
                .orElseThrow();
        return new CaseViews(new CitedClauses(Fixtures::versions))
                .whole(found, new DeskTimes(DeskSchool.school().hours().zone()));
    }

    /** With {@code count} more answers, each of some lines. */
    private CaseView longer(int count) {
        CaseView view = view();
        List<CaseView.Answer> answers = new ArrayList<>(view.answers());
        IntStream.range(0, count)
                .forEach(i -> answers.add(new CaseView.Answer(
                        "Question " + i + "?", "Answer " + i + ": " + "words upon words ".repeat(20) + "end" + i)));
        return with(view, answers);
    }

    private static CaseView with(CaseView view, List<CaseView.Answer> answers) {
        return new CaseView(
                view.reference(),
                view.title(),
                view.when(),
                view.iso(),
                view.status(),
                view.statusCode(),
                view.overdue(),
                view.held(),
                answers,
                view.quotes(),
                view.missing(),
                view.policyVersion(),
                view.files(),
                view.recipients(),
                view.chronology(),
                view.closes(),
                view.zone());
    }

    private static PDDocument pdf(CaseView view) throws IOException {
        return Loader.loadPDF(CasePdf.write(view, MADE, Instant.parse("2026-11-22T10:00:00Z")));
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }

    /** The text without the lines that stand on every page and without white space, which line ends change. */
    private static String body(PDDocument pdf) throws IOException {
        String text = new PDFTextStripper().getText(pdf);
        return squeezed(text.replaceAll("(?m)^Confidential · .*$", "").replaceAll("(?m)^Made by .*$", ""));
    }

    @Test
    void the_pdf_has_every_word_of_the_print_view() throws Exception {
        DeskSite.Visitor dsl = site.as("amina-khan");
        Document page = dsl.page("/desk/cases/" + site.filed.contact + "/print");
        page.select(".back, .confidential, main > p.small").remove();
        try (PDDocument pdf = Loader.loadPDF(
                dsl.bytes("/desk/cases/" + site.filed.contact + "/pdf").body())) {
            String text = body(pdf);
            List<String> words = new ArrayList<>();
            NodeTraversor.traverse(
                    (node, depth) -> {
                        if (node instanceof TextNode own && !own.isBlank()) {
                            words.add(squeezed(own.getWholeText().replace("😀", "[grinning face]")));
                        }
                    },
                    page.expectFirst("main"));
            assertThat(words).hasSizeGreaterThan(40);
            assertThat(words).allSatisfy(word -> assertThat(text).contains(word));
        }
        assertThat(view().chronology().stream().filter(e -> e.code().equals("exported")))
                .hasSize(2);
    }

    @Test
    void accents_and_curly_quotes_print_in_a_font_that_travels_with_the_file() throws Exception {
        try (PDDocument pdf = pdf(view())) {
            assertThat(body(pdf)).contains("ŁukaszÅngström", "“addme?”", "‘please’", "écran“1”.png");
            for (COSName name : pdf.getPage(0).getResources().getFontNames()) {
                PDFont font = pdf.getPage(0).getResources().getFont(name);
                assertThat(font.isEmbedded()).isTrue();
                assertThat(font.getName()).contains("LiberationSans");
            }
        }
    }

    @Test
    void what_the_font_lacks_is_named_and_not_dropped() throws Exception {
        try (PDDocument pdf = pdf(view())) {
            assertThat(body(pdf)).contains("[grinningface]", "Charactersthatthefontofthisdocumentlacks");
        }
        try (PDDocument pdf = pdf(with(view(), List.of(new CaseView.Answer("What?", "Zoë’s “phone”"))))) {
            assertThat(body(pdf)).doesNotContain("Charactersthatthefont");
        }
    }

    @Test
    void every_page_says_whose_case_it_is_that_it_is_confidential_and_which_page_of_how_many() throws Exception {
        try (PDDocument pdf = pdf(longer(40))) {
            int pages = pdf.getNumberOfPages();
            assertThat(pages).isGreaterThan(4);
            for (int page = 1; page <= pages; page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(pdf))
                        .contains("Confidential · Case " + site.filed.contact)
                        .contains(MADE + " · page " + page + " of " + pages);
            }
            String body = body(pdf);
            IntStream.range(0, 40)
                    .forEach(i -> assertThat(body).contains("Question" + i + "?Answer" + i + ":", "end" + i));
        }
    }

    @Test
    void headings_paragraphs_and_quotations_are_tagged_for_screen_readers() throws Exception {
        try (PDDocument pdf = pdf(longer(10))) {
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
            assertThat(pdf.getDocumentInformation().getTitle())
                    .isEqualTo("Case " + site.filed.contact + ": Report contact from a pupil");
            PDStructureElement document = (PDStructureElement)
                    pdf.getDocumentCatalog().getStructureTreeRoot().getKids().getFirst();
            List<String> tags = document.getKids().stream()
                    .map(kid -> ((PDStructureElement) kid).getStructureType())
                    .toList();
            assertThat(tags).startsWith("H1", "P");
            assertThat(tags.stream().filter("H2"::equals)).hasSize(5);
            assertThat(tags.stream().filter("BlockQuote"::equals)).hasSize(2);
            assertThat(tags).contains("H3");
            assertThat(pdf.getDocumentCatalog().getDocumentOutline().getFirstChild())
                    .isNotNull();
        }
    }

    @Test
    void the_same_case_gives_a_pdf_without_pictures_and_with_the_hash_of_each_file() throws Exception {
        try (PDDocument pdf = pdf(view())) {
            assertThat(body(pdf))
                    .contains(
                            "SHA-256oftheoriginal:" + view().files().getFirst().sha256());
            for (int page = 0; page < pdf.getNumberOfPages(); page++) {
                assertThat(pdf.getPage(page).getResources().getXObjectNames()).isEmpty();
            }
        }
    }
}
