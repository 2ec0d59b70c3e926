package org.clausebot.policy;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the XML of a Word document into {@link XmlNode}s. It takes no document type, hence no entity of any kind, and
 * counts elements, depth and time, so that what it builds is bounded whatever it is given.
 */
final class XmlParts {
    static final int MOST_ELEMENTS = 1_500_000;
    /** Just below the limit of newer Java versions, which would end in a less helpful refusal. */
    static final int DEEPEST = 95;

    private static final int TIME_CHECK_EVERY = 2_048;

    /** Customary prefixes by namespace, the strict ISO form beside the one that Word writes. */
    private static final Map<String, String> PREFIXES = Map.of(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w:",
            "http://purl.oclc.org/ooxml/wordprocessingml/main", "w:",
            "http://schemas.openxmlformats.org/markup-compatibility/2006", "mc:");

    /** Elements whose characters are words; white space anywhere else is only layout of the XML. */
    private static final Set<String> WORDS = Set.of("w:t", "w:instrText");

    private XmlParts() {}

    static XmlNode read(InputStream xml, Deadline deadline) throws UnreadableDocumentException, IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
        // There are no entities; newer Java versions count every &amp; against these limits for them.
        for (String limit : List.of("jdk.xml.maxGeneralEntitySizeLimit", "jdk.xml.totalEntitySizeLimit")) {
            if (factory.isPropertySupported(limit)) {
                factory.setProperty(limit, "0");
            }
        }
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(xml);
            try {
                return tree(reader, deadline);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof IOException io) {
                throw io;
            }
            throw new UnreadableDocumentException(
                    "This Word document is damaged: its text is not well-formed. Open it in Word, let Word repair it,"
                            + " save it and import that.",
                    e);
        }
    }

    private static XmlNode tree(XMLStreamReader reader, Deadline deadline)
            throws XMLStreamException, UnreadableDocumentException {
        Deque<XmlNode> open = new ArrayDeque<>();
        XmlNode root = new XmlNode("");
        open.push(root);
        int elements = 0;
        int letters = 0;
        for (int events = 0; reader.hasNext(); events++) {
            if (events % TIME_CHECK_EVERY == 0) {
                deadline.check();
            }
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++elements > MOST_ELEMENTS || open.size() > DEEPEST) {
                        throw tooLarge();
                    }
                    XmlNode node = node(reader);
                    open.element().add(node);
                    open.push(node);
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (WORDS.contains(open.element().name())) {
                        letters += reader.getTextLength();
                        if (letters > BlocksBuilder.MOST_CHARACTERS) {
                            throw tooLarge();
                        }
                        open.element().text(reader.getText());
                    }
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new UnreadableDocumentException("This Word document declares XML entities, which no word"
                            + " processor writes and which can be used to attack a server. Copy its text into a new"
                            + " document and import that.");
                default -> {}
            }
        }
        return root.children().getFirst();
    }

    private static UnreadableDocumentException tooLarge() {
        return new UnreadableDocumentException("This Word document is built too large or too deep to be a policy."
                + " Copy its text into a new document and import that.");
    }

    private static XmlNode node(XMLStreamReader reader) {
        XmlNode node = new XmlNode(prefix(reader.getNamespaceURI()) + reader.getLocalName());
        if (!node.name().startsWith("w:")) {
            return node;
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String attribute = reader.getAttributeLocalName(i);
            if (!attribute.startsWith("rsid")) {
                node.put(attribute, reader.getAttributeValue(i));
            }
        }
        return node;
    }

    @SuppressWarnings("NullAway") // a name without a namespace gives null, which the map does not hold
    private static String prefix(String namespace) {
        return namespace == null ? "" : PREFIXES.getOrDefault(namespace, "x:");
    }
}
