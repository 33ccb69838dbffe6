package be.vlaanderen.loopbaankrediet.outsideworld;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads XML of strangers without following anything it points to, and writes XML as nested blocks. */
public final class Xml {

    private static final XMLOutputFactory OUT = XMLOutputFactory.newDefaultFactory();
    private static final ErrorHandler QUIET = new ErrorHandler() {
        @Override
        public void warning(SAXParseException e) {}

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    };

    private final XMLStreamWriter writer;

    private Xml(XMLStreamWriter writer) {
        this.writer = writer;
    }

    /** Not well-formed, or with a document type: entities could read files or fill the memory. */
    public static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        Unreadable(Throwable cause) {
            super(cause);
        }
    }

    public static Element read(byte[] bytes) throws Unreadable {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(QUIET);
            Document document = builder.parse(new ByteArrayInputStream(bytes));
            return document.getDocumentElement();
        } catch (SAXException | IOException e) {
            throw new Unreadable(e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    public static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    /** Children of that name, in the namespace of their parent or in none. */
    public static List<Element> children(Element parent, String name) {
        return children(parent).stream()
                .filter(child -> child.getLocalName().equals(name))
                .filter(child -> child.getNamespaceURI() == null
                        || child.getNamespaceURI().equals(parent.getNamespaceURI()))
                .toList();
    }

    /** The first element at the end of a path of names below the parent. */
    public static @Nullable Element find(Element parent, String... path) {
        Element at = parent;
        for (String name : path) {
            List<Element> found = children(at, name);
            if (found.isEmpty()) {
                return null;
            }
            at = found.getFirst();
        }
        return at;
    }

    /** Its text without white space around it; null when absent or empty. */
    public static @Nullable String text(Element parent, String... path) {
        Element element = find(parent, path);
        String text = element == null ? "" : element.getTextContent().strip();
        return text.isEmpty() ? null : text;
    }

    public static String write(Content document) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter writer = OUT.createXMLStreamWriter(text);
            writer.writeStartDocument("UTF-8", "1.0");
            document.to(new Xml(writer));
            writer.writeEndDocument();
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("XML cannot be written", e);
        }
        return text.toString();
    }

    /** What stands inside an element. */
    @FunctionalInterface
    public interface Content {
        void to(Xml xml) throws XMLStreamException;
    }

    /** A root whose children are in its own namespace, too. */
    public void root(String name, String namespace, Content content) throws XMLStreamException {
        writer.writeStartElement(name);
        writer.writeDefaultNamespace(namespace);
        content.to(this);
        writer.writeEndElement();
    }

    /** An element with a prefix, whose children have no namespace of their own accord. */
    public void qualified(String prefix, String name, String namespace, Content content) throws XMLStreamException {
        writer.writeStartElement(prefix, name, namespace);
        writer.writeNamespace(prefix, namespace);
        content.to(this);
        writer.writeEndElement();
    }

    public void element(String name, Content content) throws XMLStreamException {
        writer.writeStartElement(name);
        content.to(this);
        writer.writeEndElement();
    }

    public void element(String name, String text) throws XMLStreamException {
        element(name, xml -> xml.text(text));
    }

    /** To be written before the content of the element it belongs to. */
    public void attribute(String name, String value) throws XMLStreamException {
        writer.writeAttribute(name, value);
    }

    public void text(String text) throws XMLStreamException {
        writer.writeCharacters(xmlCharacters(text));
    }

    /** Characters that XML 1.0 does not know would make the document unreadable. */
    private static String xmlCharacters(String text) {
        StringBuilder allowed = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || (c >= 0x20 && c <= 0xD7FF)
                        || (c >= 0xE000 && c <= 0xFFFD)
                        || c >= 0x10000)
                .forEach(allowed::appendCodePoint);
        return allowed.toString();
    }
}
