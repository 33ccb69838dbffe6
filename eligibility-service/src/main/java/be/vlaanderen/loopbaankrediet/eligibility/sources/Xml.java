package be.vlaanderen.loopbaankrediet.eligibility.sources;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** An element of a reply, found by local names. A document with a DTD is not read at all: so no entities, bombs or foreign files. */
final class Xml {

    private static final DocumentBuilderFactory FACTORY = factory();
    private static final ErrorHandler QUIET = new Quiet();

    private final Element element;

    private Xml(Element element) {
        this.element = element;
    }

    /** @throws SAXException when this is no XML, or XML that could do harm */
    static Xml read(byte[] document) throws SAXException {
        try {
            DocumentBuilder builder = FACTORY.newDocumentBuilder();
            builder.setErrorHandler(QUIET);
            builder.setEntityResolver((publicId, systemId) -> {
                throw new SAXException("external entity");
            });
            return new Xml(builder.parse(new ByteArrayInputStream(document)).getDocumentElement());
        } catch (ParserConfigurationException | IOException e) {
            throw new SAXException(e);
        }
    }

    String name() {
        return element.getLocalName();
    }

    /** The first element at the path, if any. */
    @Nullable Xml find(String... path) {
        Xml found = this;
        for (String step : path) {
            List<Xml> children = found.children(step);
            if (children.isEmpty()) {
                return null;
            }
            found = children.getFirst();
        }
        return found;
    }

    /** Every element at the path, in document order. */
    List<Xml> all(String... path) {
        List<Xml> found = List.of(this);
        for (String step : path) {
            List<Xml> next = new ArrayList<>();
            found.forEach(each -> next.addAll(each.children(step)));
            found = next;
        }
        return found;
    }

    /** Trimmed text of the first element at the path; absent when it is not there or empty. */
    @Nullable String text(String... path) {
        Xml found = find(path);
        if (found == null) {
            return null;
        }
        String text = found.element.getTextContent().strip();
        return text.isEmpty() ? null : text;
    }

    List<Xml> children() {
        List<Xml> children = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(new Xml(child));
            }
        }
        return children;
    }

    private List<Xml> children(String name) {
        return children().stream().filter(child -> child.name().equals(name)).toList();
    }

    private static DocumentBuilderFactory factory() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setAttribute("jdk.xml.maxElementDepth", "200");
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            return factory;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The parser would print what it cannot read. */
    private static final class Quiet implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {
            // not worth a word
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
