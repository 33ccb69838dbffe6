package be.vlaanderen.loopbaankrediet.outsideworld.bank;

import be.vlaanderen.loopbaankrediet.outsideworld.Xml;
import be.vlaanderen.loopbaankrediet.outsideworld.bank.CreditTransfers.Transfer;
import be.vlaanderen.loopbaankrediet.outsideworld.bank.Upload.Outcome;
import be.vlaanderen.loopbaankrediet.outsideworld.clock.WorldClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;

/** What a bank sends back: a status report at once, and a notification of the debits that it booked. */
final class BankAnswers {

    private static final String STATUS_REPORT = "urn:iso:std:iso:20022:tech:xsd:pain.002.001.10";
    private static final String NOTIFICATION = "urn:iso:std:iso:20022:tech:xsd:camt.054.001.08";

    private BankAnswers() {}

    /** pain.002.001.10: accepted or rejected, and why, for each transfer. */
    static String statusReport(Upload upload, long number, Instant at) {
        return Xml.write(document -> document.root(
                "Document",
                STATUS_REPORT,
                root -> root.element("CstmrPmtStsRpt", report -> {
                    report.element("GrpHdr", header -> {
                        header.element("MsgId", "PSR" + number);
                        header.element("CreDtTm", moment(at));
                    });
                    report.element("OrgnlGrpInfAndSts", group -> {
                        group.element("OrgnlMsgId", upload.messageId());
                        group.element("OrgnlMsgNmId", "pain.001.001.09");
                        group.element(
                                "OrgnlNbOfTxs", String.valueOf(upload.outcomes().size()));
                        group.element("OrgnlCtrlSum", amount(upload.sumCents()));
                        group.element("GrpSts", groupStatus(upload));
                    });
                    for (Map.Entry<String, List<Outcome>> batch :
                            by(upload.outcomes(), Transfer::paymentInformation).entrySet()) {
                        report.element("OrgnlPmtInfAndSts", information -> {
                            information.element("OrgnlPmtInfId", batch.getKey());
                            for (Outcome outcome : batch.getValue()) {
                                information.element("TxInfAndSts", status -> status(status, outcome));
                            }
                        });
                    }
                })));
    }

    private static void status(Xml status, Outcome outcome) throws XMLStreamException {
        Transfer transfer = outcome.transfer();
        if (transfer.instruction() != null) {
            status.element("OrgnlInstrId", transfer.instruction());
        }
        status.element("OrgnlEndToEndId", transfer.endToEnd());
        String rejection = outcome.rejection();
        status.element("TxSts", rejection == null ? "ACCP" : "RJCT");
        if (rejection != null) {
            status.element(
                    "StsRsnInf", information -> information.element("Rsn", reason -> reason.element("Cd", rejection)));
        }
    }

    private static String groupStatus(Upload upload) {
        int executed = upload.executed().size();
        if (executed == 0) {
            return "RJCT";
        }
        return executed == upload.outcomes().size() ? "ACCP" : "PART";
    }

    /** camt.054.001.08: one booked debit for each transfer that was executed. */
    static String debitNotification(Upload upload, long number, Instant at) {
        List<Map.Entry<String, List<Outcome>>> accounts =
                new ArrayList<>(by(upload.executed(), Transfer::payerIban).entrySet());
        return Xml.write(document -> document.root(
                "Document",
                NOTIFICATION,
                root -> root.element("BkToCstmrDbtCdtNtfctn", all -> {
                    all.element("GrpHdr", header -> {
                        header.element("MsgId", "DCN" + number);
                        header.element("CreDtTm", moment(at));
                    });
                    for (int i = 0; i < accounts.size(); i++) {
                        Map.Entry<String, List<Outcome>> account = accounts.get(i);
                        String id = "DCN" + number + "-" + (i + 1);
                        all.element("Ntfctn", notification -> {
                            notification.element("Id", id);
                            notification.element("CreDtTm", moment(at));
                            notification.element("Acct", acct -> account(acct, account.getKey()));
                            for (int n = 0; n < account.getValue().size(); n++) {
                                String reference = id + "-" + (n + 1);
                                Transfer transfer = account.getValue().get(n).transfer();
                                notification.element("Ntry", entry -> entry(entry, upload, transfer, reference, at));
                            }
                        });
                    }
                })));
    }

    private static void entry(Xml entry, Upload upload, Transfer transfer, String reference, Instant at)
            throws XMLStreamException {
        String day = LocalDate.ofInstant(at, WorldClock.BRUSSELS).toString();
        entry.element("NtryRef", reference);
        euros(entry, transfer.amountCents());
        entry.element("CdtDbtInd", "DBIT");
        entry.element("Sts", status -> status.element("Cd", "BOOK"));
        entry.element("BookgDt", date -> date.element("Dt", day));
        entry.element("ValDt", date -> date.element("Dt", day));
        entry.element("AcctSvcrRef", reference);
        entry.element(
                "BkTxCd",
                code -> code.element("Domn", domain -> {
                    domain.element("Cd", "PMNT");
                    domain.element("Fmly", family -> {
                        family.element("Cd", "ICDT");
                        family.element("SubFmlyCd", "ESCT");
                    });
                }));
        entry.element(
                "NtryDtls",
                details -> details.element("TxDtls", transaction -> {
                    transaction.element("Refs", references -> {
                        references.element("MsgId", upload.messageId());
                        references.element("PmtInfId", transfer.paymentInformation());
                        if (transfer.instruction() != null) {
                            references.element("InstrId", transfer.instruction());
                        }
                        references.element("EndToEndId", transfer.endToEnd());
                    });
                    euros(transaction, transfer.amountCents());
                    transaction.element("CdtDbtInd", "DBIT");
                    transaction.element("RltdPties", parties -> {
                        parties.element(
                                "Cdtr",
                                creditor ->
                                        creditor.element("Pty", party -> party.element("Nm", transfer.creditorName())));
                        parties.element("CdtrAcct", creditor -> account(creditor, transfer.creditorIban()));
                    });
                }));
    }

    /** camt.054.001.08: one booked credit, with what the payer wrote. */
    static String creditNotification(String iban, long amountCents, String message, long number, Instant at) {
        String id = "CCN" + number;
        String day = LocalDate.ofInstant(at, WorldClock.BRUSSELS).toString();
        return Xml.write(document -> document.root(
                "Document",
                NOTIFICATION,
                root -> root.element("BkToCstmrDbtCdtNtfctn", all -> {
                    all.element("GrpHdr", header -> {
                        header.element("MsgId", id);
                        header.element("CreDtTm", moment(at));
                    });
                    all.element("Ntfctn", notification -> {
                        notification.element("Id", id);
                        notification.element("CreDtTm", moment(at));
                        notification.element("Acct", acct -> account(acct, iban));
                        notification.element("Ntry", entry -> {
                            entry.element("NtryRef", id);
                            euros(entry, amountCents);
                            entry.element("CdtDbtInd", "CRDT");
                            entry.element("Sts", status -> status.element("Cd", "BOOK"));
                            entry.element("BookgDt", date -> date.element("Dt", day));
                            entry.element("ValDt", date -> date.element("Dt", day));
                            entry.element("AcctSvcrRef", id);
                            entry.element(
                                    "BkTxCd",
                                    code -> code.element("Domn", domain -> {
                                        domain.element("Cd", "PMNT");
                                        domain.element("Fmly", family -> {
                                            family.element("Cd", "RCDT");
                                            family.element("SubFmlyCd", "ESCT");
                                        });
                                    }));
                            entry.element(
                                    "NtryDtls",
                                    details -> details.element("TxDtls", transaction -> {
                                        euros(transaction, amountCents);
                                        transaction.element("CdtDbtInd", "CRDT");
                                        transaction.element(
                                                "RmtInf", information -> information.element("Ustrd", message));
                                    }));
                        });
                    });
                })));
    }

    private static void account(Xml holder, String iban) throws XMLStreamException {
        holder.element("Id", id -> id.element("IBAN", iban));
    }

    private static void euros(Xml holder, long cents) throws XMLStreamException {
        holder.element("Amt", amount -> {
            amount.attribute("Ccy", "EUR");
            amount.text(amount(cents));
        });
    }

    static String amount(long cents) {
        return "%d.%02d".formatted(cents / 100, cents % 100);
    }

    private static String moment(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static Map<String, List<Outcome>> by(List<Outcome> outcomes, Function<Transfer, String> key) {
        return outcomes.stream()
                .collect(Collectors.groupingBy(
                        outcome -> key.apply(outcome.transfer()), LinkedHashMap::new, Collectors.toList()));
    }
}
