package be.vlaanderen.loopbaankrediet.payout.bank;

import be.vlaanderen.loopbaankrediet.payout.registry.Payee;
import com.prowidesoftware.swift.model.mx.MxPain00100109;
import com.prowidesoftware.swift.model.mx.dic.AccountIdentification4Choice;
import com.prowidesoftware.swift.model.mx.dic.ActiveOrHistoricCurrencyAndAmount;
import com.prowidesoftware.swift.model.mx.dic.AmountType4Choice;
import com.prowidesoftware.swift.model.mx.dic.BranchAndFinancialInstitutionIdentification6;
import com.prowidesoftware.swift.model.mx.dic.CashAccount38;
import com.prowidesoftware.swift.model.mx.dic.ChargeBearerType1Code;
import com.prowidesoftware.swift.model.mx.dic.CreditTransferTransaction34;
import com.prowidesoftware.swift.model.mx.dic.CustomerCreditTransferInitiationV09;
import com.prowidesoftware.swift.model.mx.dic.DateAndDateTime2Choice;
import com.prowidesoftware.swift.model.mx.dic.FinancialInstitutionIdentification18;
import com.prowidesoftware.swift.model.mx.dic.GenericFinancialIdentification1;
import com.prowidesoftware.swift.model.mx.dic.GroupHeader85;
import com.prowidesoftware.swift.model.mx.dic.PartyIdentification135;
import com.prowidesoftware.swift.model.mx.dic.PaymentIdentification6;
import com.prowidesoftware.swift.model.mx.dic.PaymentInstruction30;
import com.prowidesoftware.swift.model.mx.dic.PaymentMethod3Code;
import com.prowidesoftware.swift.model.mx.dic.PaymentTypeInformation26;
import com.prowidesoftware.swift.model.mx.dic.RemittanceInformation16;
import com.prowidesoftware.swift.model.mx.dic.ServiceLevel8Choice;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A SEPA credit transfer file (pain.001.001.09): one payment for each claim, each booked on its own. */
final class PaymentFile {

    /** @param endToEndId comes back with every answer of the bank */
    record Payment(String endToEndId, UUID claim, long amountCents, Payee payee) {}

    private static final int LONGEST_NAME = 70; // of a SEPA credit transfer; ISO 20022 itself allows 140

    private PaymentFile() {}

    /** The id that the bank names in answers about the file as a whole. */
    static String messageId(UUID batch) {
        return batch.toString().replace("-", "");
    }

    /** The batch of a message id; empty when it is not one of ours. */
    static Optional<UUID> batchOf(String messageId) {
        if (!messageId.matches("[0-9a-f]{32}")) {
            return Optional.empty();
        }
        return Optional.of(
                UUID.fromString(messageId.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5")));
    }

    /** @param executeOn bank day on which the payments are asked */
    static String write(UUID batch, Payee payer, List<Payment> payments, LocalDate executeOn, Instant at) {
        String count = String.valueOf(payments.size());
        BigDecimal sum = euro(payments.stream().mapToLong(Payment::amountCents).sum());
        PaymentInstruction30 instruction = new PaymentInstruction30()
                .setPmtInfId(messageId(batch))
                .setPmtMtd(PaymentMethod3Code.TRF)
                .setBtchBookg(false)
                .setNbOfTxs(count)
                .setCtrlSum(sum)
                .setPmtTpInf(new PaymentTypeInformation26().addSvcLvl(new ServiceLevel8Choice().setCd("SEPA")))
                .setReqdExctnDt(new DateAndDateTime2Choice().setDt(executeOn))
                .setDbtr(party(payer))
                .setDbtrAcct(account(payer))
                .setDbtrAgt(new BranchAndFinancialInstitutionIdentification6()
                        .setFinInstnId(new FinancialInstitutionIdentification18()
                                .setOthr(new GenericFinancialIdentification1().setId("NOTPROVIDED"))))
                .setChrgBr(ChargeBearerType1Code.SLEV);
        payments.forEach(payment -> instruction.addCdtTrfTxInf(transaction(payment)));
        MxPain00100109 file = new MxPain00100109()
                .setCstmrCdtTrfInitn(new CustomerCreditTransferInitiationV09()
                        .setGrpHdr(new GroupHeader85()
                                .setMsgId(messageId(batch))
                                .setCreDtTm(at.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC))
                                .setNbOfTxs(count)
                                .setCtrlSum(sum)
                                .setInitgPty(party(payer)))
                        .addPmtInf(instruction));
        return file.message();
    }

    /** The same file for another day. */
    static String executedOn(String file, LocalDate day) {
        MxPain00100109 read = MxPain00100109.parse(file);
        read.getCstmrCdtTrfInitn()
                .getPmtInf()
                .forEach(instruction -> instruction.setReqdExctnDt(new DateAndDateTime2Choice().setDt(day)));
        return read.message();
    }

    private static CreditTransferTransaction34 transaction(Payment payment) {
        return new CreditTransferTransaction34()
                .setPmtId(new PaymentIdentification6().setEndToEndId(payment.endToEndId()))
                .setAmt(new AmountType4Choice()
                        .setInstdAmt(new ActiveOrHistoricCurrencyAndAmount()
                                .setCcy("EUR")
                                .setValue(euro(payment.amountCents()))))
                .setCdtr(party(payment.payee()))
                .setCdtrAcct(account(payment.payee()))
                .setRmtInf(new RemittanceInformation16().addUstrd("Loopbaankrediet " + payment.claim()));
    }

    private static PartyIdentification135 party(Payee payee) {
        String name = sepa(payee.name());
        return new PartyIdentification135()
                .setNm(name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME));
    }

    /** Only these signs pass through every SEPA bank (EPC217-08, which also says what takes the place of others). */
    private static String sepa(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('&', '+')
                .replaceAll("[^A-Za-z0-9/?:().,'+ -]", ".");
        return plain.isBlank() ? "NOTPROVIDED" : plain;
    }

    private static CashAccount38 account(Payee payee) {
        return new CashAccount38().setId(new AccountIdentification4Choice().setIBAN(payee.iban()));
    }

    private static BigDecimal euro(long cents) {
        return BigDecimal.valueOf(cents, 2);
    }
}
