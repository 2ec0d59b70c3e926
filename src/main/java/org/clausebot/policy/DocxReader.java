package org.clausebot.policy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.openxml4j.util.ZipFileZipEntrySource;

/**
 * Reads Word documents ({@code .docx}). POI opens the package and finds its parts; the XML of the parts is read here,
 * because POI's document model leaves out what decides a clause: computed numbers, tracked changes, text boxes, fields.
 *
 * <p>Page headers and footers are parts of their own and are not read. Footnotes are set aside, for a person to see.
 */
final class DocxReader implements DocumentReader {
    private static final String DAMAGED =
            "This Word document is damaged or incomplete. Open it in Word, let Word repair"
                    + " it, save it and import that.";

    @Override
    public Blocks read(byte[] bytes) throws UnreadableDocumentException {
        Deadline deadline = Deadline.in(Deadline.READING);
        FileKind kind = FileKind.of(bytes);
        if (kind != FileKind.WORD && kind != FileKind.ARCHIVE) {
            throw new UnreadableDocumentException("This is no Word document: it " + kind.is() + ".");
        }
        ZipGuard.check(bytes, deadline);
        try (ZipFile zip = ZipFile.builder().setByteArray(bytes).get();
                ZipFileZipEntrySource entries = new ZipFileZipEntrySource(zip);
                OPCPackage word = OPCPackage.open(entries)) {
            return read(word, deadline);
        } catch (IOException | OpenXML4JException | RuntimeException e) {
            throw new UnreadableDocumentException(DAMAGED, e);
        } catch (StackOverflowError | OutOfMemoryError e) {
            throw new UnreadableDocumentException("This Word document is built too large or too deep to be a policy."
                    + " Copy its text into a new document and import that.");
        }
    }

    private static Blocks read(OPCPackage word, Deadline deadline)
            throws UnreadableDocumentException, IOException, OpenXML4JException {
        PackagePart main = main(word);
        XmlNode document = parse(main, deadline);
        Optional<XmlNode> stylePart = related(word, main, "styles", deadline);
        WordStyles styles = stylePart.map(WordStyles::of).orElseGet(WordStyles::none);
        Map<String, String> styleLists = styles.styleLists();
        WordNumbering numbering = related(word, main, "numbering", deadline)
                .map(part -> WordNumbering.of(part, styleLists))
                .orElseGet(WordNumbering::none);
        XmlNode body = document.child("w:body").orElse(new XmlNode("w:body"));
        WordText text = new WordText(styles, body);
        BlocksBuilder out = new BlocksBuilder();
        new WordBody(styles, numbering, text, deadline, out).walk(body, false);
        if (out.blocks().isEmpty()) {
            throw new UnreadableDocumentException("This Word document has no words in it. If it shows a scanned page,"
                    + " import the document that was scanned, or run text recognition (OCR) on it first.");
        }
        Optional<XmlNode> footnotes = related(word, main, "footnotes", deadline);
        if (footnotes.isPresent()) {
            footnotes(footnotes.get(), text, out);
        }
        return out.build();
    }

    private static void footnotes(XmlNode notes, WordText text, BlocksBuilder out) throws UnreadableDocumentException {
        for (XmlNode note : notes.children("w:footnote")) {
            if (note.attribute("type").filter(t -> !t.equals("normal")).isPresent()) {
                continue;
            }
            for (XmlNode p : note.children("w:p")) {
                out.setAside(text.read(p).text(), SetAside.Reason.UNPLACED);
            }
        }
    }

    private static PackagePart main(OPCPackage word) throws UnreadableDocumentException, OpenXML4JException {
        for (PackageRelationship relation : word.getRelationships()) {
            if (relation.getRelationshipType().endsWith("/officeDocument")) {
                PackagePart part = target(word, relation);
                if (!part.getContentType().contains("wordprocessingml")
                        && !part.getContentType().contains("ms-word")) {
                    throw new UnreadableDocumentException("This is a spreadsheet or a presentation named as a Word"
                            + " document. Import the policy as .docx, .pdf, .md, .html or .txt.");
                }
                return part;
            }
        }
        throw new UnreadableDocumentException(DAMAGED);
    }

    private static Optional<XmlNode> related(OPCPackage word, PackagePart main, String kind, Deadline deadline)
            throws UnreadableDocumentException, IOException, OpenXML4JException {
        for (PackageRelationship relation : main.getRelationships()) {
            if (relation.getRelationshipType().endsWith("/" + kind)
                    && relation.getTargetMode() == TargetMode.INTERNAL) {
                return Optional.of(parse(target(word, relation), deadline));
            }
        }
        return Optional.empty();
    }

    private static PackagePart target(OPCPackage word, PackageRelationship relation)
            throws UnreadableDocumentException, OpenXML4JException {
        PackagePart part = word.getPart(PackagingURIHelper.createPartName(relation.getTargetURI()));
        return Optional.ofNullable(part).orElseThrow(() -> new UnreadableDocumentException(DAMAGED));
    }

    private static XmlNode parse(PackagePart part, Deadline deadline) throws UnreadableDocumentException, IOException {
        try (InputStream xml = part.getInputStream()) {
            return XmlParts.read(xml, deadline);
        }
    }
}
