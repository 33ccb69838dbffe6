package be.vlaanderen.loopbaankrediet.outsideworld.magda;

import be.vlaanderen.loopbaankrediet.outsideworld.Xml;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * One question to MAGDA, read from its envelope.
 *
 * @param asker who asks, with the reference of the message
 * @param reference of the question itself
 * @param about citizen or enterprise number
 * @param from first day that the answer is about; null: the beginning
 * @param to last day; null: runs on
 */
record Question(
        Operation operation,
        Asker asker,
        String reference,
        String about,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";

    record Asker(
            String identification,
            String reference,
            @Nullable String capacity) {}

    /** The services of MAGDA that are stood in for. */
    enum Operation {
        WORK_RELATIONS(
                "GeefWerkrelaties",
                "02.00.0000",
                "web",
                "http://webservice.geefwerkrelatiesdienst-02_00.werk-02_00.vip.vlaanderen.be"),
        SELF_EMPLOYMENT(
                "GeefLoopbaanARZA",
                "02.01.0000",
                "web",
                "http://webservice.geefloopbaanarzadienst-02_01.werk-02_01.vip.vlaanderen.be"),
        PROOFS("GeefBewijs", "02.00.0000", "geef", "http://geefbewijs.bewijsraadplegingdienst.led.vlaanderen.be"),
        PERSON("GeefPersoon", "02.02.0000", "web", "http://magda.vlaanderen.be/persoon/soap/geefpersoon/v02_02"),
        ENTERPRISE(
                "GeefOnderneming",
                "02.00.0000",
                "web",
                "http://webservice.geefondernemingdienst-02_00.onderneming-02_00.vip.vlaanderen.be");

        final String name;
        final String version;
        final String prefix;
        final String namespace;

        Operation(String name, String version, String prefix, String namespace) {
            this.name = name;
            this.version = version;
            this.prefix = prefix;
            this.namespace = namespace;
        }
    }

    /** The question cannot be read; the message says to its maker why. */
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }

    static Question read(byte[] envelope) throws Unreadable {
        Element root;
        try {
            root = Xml.read(envelope);
        } catch (Xml.Unreadable e) {
            throw new Unreadable("Het bericht is geen leesbare XML zonder DTD.");
        }
        if (!SOAP.equals(root.getNamespaceURI()) || !"Envelope".equals(root.getLocalName())) {
            throw new Unreadable("Het bericht is geen SOAP 1.1-envelop.");
        }
        Element body = Xml.find(root, "Body");
        List<Element> calls = body == null ? List.of() : Xml.children(body);
        if (calls.size() != 1) {
            throw new Unreadable("De Body moet precies een bewerking bevatten.");
        }
        Element call = calls.getFirst();
        Operation operation =
                operation(call).orElseThrow(() -> new Unreadable("Deze bewerking of haar namespace is niet gekend."));
        Element context = required(call, "Verzoek", "Context");
        if (!operation.name.equals(Xml.text(context, "Naam"))
                || !operation.version.equals(Xml.text(context, "Versie"))) {
            throw new Unreadable("Context/Naam en Context/Versie horen niet bij de bewerking.");
        }
        Element sender = required(context, "Bericht", "Afzender");
        Element questions = required(call, "Verzoek", "Vragen");
        if (Xml.children(questions, "Vraag").size() != 1) {
            throw new Unreadable("Vragen moet precies een Vraag bevatten.");
        }
        Element question = required(questions, "Vraag");
        Element content = required(question, "Inhoud");
        String subject = operation == Operation.ENTERPRISE ? "Ondernemingsnummer" : "INSZ";
        return new Question(
                operation,
                new Asker(text(sender, "Identificatie"), text(sender, "Referte"), Xml.text(sender, "Hoedanigheid")),
                text(question, "Referte"),
                text(firstBelow(content, subject)),
                day(content, "Begin"),
                day(content, "Einde"));
    }

    private static Optional<Operation> operation(Element call) {
        return Arrays.stream(Operation.values())
                .filter(operation -> operation.name.equals(call.getLocalName())
                        && operation.namespace.equals(call.getNamespaceURI()))
                .findFirst();
    }

    private static Element required(Element parent, String... path) throws Unreadable {
        Element found = Xml.find(parent, path);
        if (found == null) {
            throw new Unreadable(String.join("/", path) + " ontbreekt.");
        }
        return found;
    }

    private static String text(Element parent, String... path) throws Unreadable {
        String text = Xml.text(parent, path);
        if (text == null || text.length() > 200) {
            throw new Unreadable(
                    (path.length == 0 ? parent.getLocalName() : String.join("/", path)) + " ontbreekt of is te lang.");
        }
        return text;
    }

    /** The services put what is asked about at different depths. */
    private static Element firstBelow(Element parent, String name) throws Unreadable {
        NodeList found = parent.getElementsByTagNameNS("*", name);
        if (!(found.item(0) instanceof Element element)) {
            throw new Unreadable(name + " ontbreekt in Inhoud.");
        }
        return element;
    }

    private static @Nullable LocalDate day(Element content, String name) throws Unreadable {
        Element criteria = Xml.find(content, "Criteria", "Periode");
        String text = criteria == null ? null : Xml.text(criteria, name);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new Unreadable("Periode/" + name + " is geen datum.");
        }
    }
}
