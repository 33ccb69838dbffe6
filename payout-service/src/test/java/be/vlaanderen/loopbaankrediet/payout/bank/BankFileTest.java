package be.vlaanderen.loopbaankrediet.payout.bank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import be.vlaanderen.loopbaankrediet.payout.bank.BankFile.Answer;
import be.vlaanderen.loopbaankrediet.payout.bank.BankFile.Unreadable;
import java.util.List;
import org.junit.jupiter.api.Test;

class BankFileTest {

    private static final String PAIN_002 = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
              <GrpHdr><MsgId>S1</MsgId></GrpHdr>
              <OrgnlGrpInfAndSts><OrgnlMsgId>m1</OrgnlMsgId><GrpSts>%s</GrpSts>%s</OrgnlGrpInfAndSts>
              %s
            </CstmrPmtStsRpt></Document>
            """;

    @Test
    void rejected_transactions_are_read_with_their_reason_and_accepted_ones_have_no_effect() throws Unreadable {
        String transactions = """
                <OrgnlPmtInfAndSts><OrgnlPmtInfId>m1</OrgnlPmtInfId>
                  <TxInfAndSts><OrgnlEndToEndId>a1</OrgnlEndToEndId><TxSts>ACCP</TxSts></TxInfAndSts>
                  <TxInfAndSts><OrgnlEndToEndId>a2</OrgnlEndToEndId><TxSts>RJCT</TxSts>
                    <StsRsnInf><Rsn><Cd>AC04</Cd></Rsn></StsRsnInf></TxInfAndSts>
                  <TxInfAndSts><OrgnlEndToEndId>a3</OrgnlEndToEndId><TxSts>RJCT</TxSts>
                    <StsRsnInf><Rsn><Prtry>free text of the bank</Prtry></Rsn></StsRsnInf></TxInfAndSts>
                </OrgnlPmtInfAndSts>""";
        assertEquals(
                List.of(new Answer.Rejected("a2", "AC04"), new Answer.Rejected("a3", "MS03")),
                BankFile.read(PAIN_002.formatted("PART", "", transactions)));
    }

    @Test
    void a_file_that_is_rejected_as_a_whole_is_read_as_such() throws Unreadable {
        assertEquals(
                List.of(new Answer.FileRejected("m1", "FF01")),
                BankFile.read(PAIN_002.formatted("RJCT", "<StsRsnInf><Rsn><Cd>FF01</Cd></Rsn></StsRsnInf>", "")));
    }

    @Test
    void only_booked_debits_count() throws Unreadable {
        String file = """
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><BkToCstmrDbtCdtNtfctn><Ntfctn>
                  <Ntry><Amt Ccy="EUR">217.80</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
                    <NtryDtls><TxDtls><Refs><EndToEndId>a1</EndToEndId></Refs></TxDtls></NtryDtls></Ntry>
                  <Ntry><Amt Ccy="EUR">5</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts>
                    <NtryDtls><TxDtls><Refs><EndToEndId>a2</EndToEndId></Refs><Amt Ccy="EUR">2</Amt></TxDtls>
                    <TxDtls><Refs><EndToEndId>a3</EndToEndId></Refs></TxDtls></NtryDtls></Ntry>
                  <Ntry><Amt Ccy="EUR">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
                    <NtryDtls><TxDtls><Refs><EndToEndId>a4</EndToEndId></Refs></TxDtls></NtryDtls></Ntry>
                  <Ntry><Amt Ccy="EUR">1.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>PDNG</Cd></Sts>
                    <NtryDtls><TxDtls><Refs><EndToEndId>a5</EndToEndId></Refs></TxDtls></NtryDtls></Ntry>
                </Ntfctn></BkToCstmrDbtCdtNtfctn></Document>""";
        assertEquals(
                List.of(new Answer.Booked("a1", 21_780L), new Answer.Booked("a2", 200L), new Answer.Booked("a3", null)),
                BankFile.read(file));
    }

    @Test
    void a_file_with_a_document_type_is_not_read() {
        String attack = """
                <?xml version="1.0"?><!DOCTYPE Document [<!ENTITY x SYSTEM "file:///etc/hostname">]>
                <Document><CstmrPmtStsRpt><OrgnlGrpInfAndSts><OrgnlMsgId>&x;</OrgnlMsgId><GrpSts>RJCT</GrpSts>
                </OrgnlGrpInfAndSts></CstmrPmtStsRpt></Document>""";
        assertThrows(Unreadable.class, () -> BankFile.read(attack));
    }

    @Test
    void what_is_no_answer_of_a_bank_is_not_read() {
        assertThrows(Unreadable.class, () -> BankFile.read("hello"));
        assertThrows(Unreadable.class, () -> BankFile.read("<Document/>"));
        assertThrows(Unreadable.class, () -> BankFile.read(""));
    }
}
