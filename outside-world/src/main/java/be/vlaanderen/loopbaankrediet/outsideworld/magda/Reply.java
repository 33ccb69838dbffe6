package be.vlaanderen.loopbaankrediet.outsideworld.magda;

import be.vlaanderen.loopbaankrediet.outsideworld.Xml;
import be.vlaanderen.loopbaankrediet.outsideworld.clock.WorldClock;
import be.vlaanderen.loopbaankrediet.outsideworld.magda.Question.Operation;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** What every answer of MAGDA has around its content, and its ways to have no content. */
final class Reply {

    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

    private Reply() {}

    static String answer(Question question, Instant at, Xml.Content content) {
        return envelope(
                question,
                at,
                repliek -> repliek.element(
                        "Antwoorden",
                        answers -> answers.element("Antwoord", answer -> {
                            answer.element("Referte", question.reference());
                            answer.element("Inhoud", content);
                        })));
    }

    /** The source knows nothing about whom or what was asked. */
    static String notFound(Question question, Instant at) {
        return envelope(
                question,
                at,
                repliek -> repliek.element(
                        "Antwoorden",
                        answers -> answers.element("Antwoord", answer -> {
                            answer.element("Referte", question.reference());
                            if (question.operation() == Operation.PROOFS) {
                                exception(answer, at, "40000", "LED", "Geen gegevens gevonden.", "INSZnummer");
                            } else {
                                exception(answer, at, "30001", "MAGDA", "Geen gegevens gevonden voor de vraag", null);
                            }
                        })));
    }

    /** Ask again later; says nothing about the person. */
    static String busy(Question question, Instant at) {
        return envelope(
                question,
                at,
                repliek -> exception(repliek, at, "99995", "MAGDA", "Te veel gelijktijdige bevragingen", null));
    }

    /** The question cannot be read. */
    static String fault(String reason) {
        return Xml.write(document -> document.qualified(
                "soapenv",
                "Envelope",
                SOAP,
                envelope -> envelope.element(
                        "soapenv:Body",
                        body -> body.element("soapenv:Fault", fault -> {
                            fault.element("faultcode", "soapenv:Client");
                            fault.element("faultstring", reason);
                        }))));
    }

    private static String envelope(Question question, Instant at, Xml.Content rest) {
        Operation operation = question.operation();
        return Xml.write(document -> document.qualified(
                "soapenv",
                "Envelope",
                SOAP,
                envelope -> envelope.element(
                        "soapenv:Body",
                        body -> body.qualified(
                                operation.prefix,
                                operation.name + "Response",
                                operation.namespace,
                                response -> response.element("Repliek", repliek -> {
                                    context(repliek, question, at);
                                    rest.to(repliek);
                                })))));
    }

    private static void context(Xml repliek, Question question, Instant at) throws XMLStreamException {
        repliek.element("Context", context -> {
            context.element("Naam", question.operation().name);
            context.element("Versie", question.operation().version);
            context.element("Bericht", message -> {
                message.element("Type", "ANTWOORD");
                moment(message, at);
                message.element("Afzender", sender -> {
                    sender.element("Identificatie", "vip.vlaanderen.be");
                    sender.element("Naam", "MagdaGateway");
                    sender.element("Referte", UUID.randomUUID().toString());
                });
                message.element("Ontvanger", receiver -> {
                    receiver.element("Identificatie", question.asker().identification());
                    receiver.element("Referte", question.asker().reference());
                    if (question.asker().capacity() != null) {
                        receiver.element("Hoedanigheid", question.asker().capacity());
                    }
                });
            });
        });
    }

    private static void exception(
            Xml parent, Instant at, String id, String origin, String diagnosis, @Nullable String circumstance)
            throws XMLStreamException {
        parent.element(
                "Uitzonderingen",
                exceptions -> exceptions.element("Uitzondering", exception -> {
                    exception.element("Identificatie", id);
                    exception.element("Oorsprong", origin);
                    exception.element("Type", "FOUT");
                    moment(exception, at);
                    exception.element("Diagnose", diagnosis);
                    if (circumstance != null) {
                        exception.element("Omstandigheid", circumstance);
                    }
                }));
    }

    private static void moment(Xml parent, Instant at) throws XMLStreamException {
        LocalDateTime local = LocalDateTime.ofInstant(at.truncatedTo(ChronoUnit.MILLIS), WorldClock.BRUSSELS);
        parent.element("Tijdstip", moment -> {
            moment.element("Datum", local.toLocalDate().toString());
            moment.element("Tijd", TIME.format(local));
        });
    }
}
