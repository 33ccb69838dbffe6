package be.vlaanderen.loopbaankrediet.outsideworld.bank;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.prowidesoftware.swift.model.mx.MxCamt05400108;
import com.prowidesoftware.swift.model.mx.MxPain00200110;
import com.prowidesoftware.swift.model.mx.dic.PaymentTransaction105;
import com.prowidesoftware.swift.model.mx.dic.ReportEntry10;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BankTest {

    private static final String IBAN = "BE47001000000480";

    private final String fileId = UUID.randomUUID().toString();
    private int before;

    private static void switchBank(String switches) {
        given().contentType("application/json")
                .body("{\"bank\": " + switches + "}")
                .put("/switches")
                .then()
                .statusCode(200);
    }

    private static List<Integer> numbers(int after) {
        return given().get("/bank/files?after=" + after)
                .then()
                .statusCode(200)
                .extract()
                .path("files.number");
    }

    @BeforeEach
    void remember() {
        List<Integer> page = numbers(0);
        while (!page.isEmpty()) {
            before = page.getLast();
            page = numbers(before);
        }
    }

    @AfterEach
    void off() {
        switchBank("{\"refuse\": false, \"delaySeconds\": 0, \"repeat\": 0}");
    }

    private static String transfer(String id, String amount, String iban) {
        return """
                <CdtTrfTxInf><PmtId><InstrId>i-%1$s</InstrId><EndToEndId>%1$s</EndToEndId></PmtId><Amt><InstdAmt Ccy="EUR">%2$s</InstdAmt></Amt>
                  <Cdtr><Nm>Begeleider</Nm></Cdtr><CdtrAcct><Id><IBAN>%3$s</IBAN></Id></CdtrAcct></CdtTrfTxInf>""".formatted(id, amount, iban);
    }

    private static String file(int number, String sum, String... transfers) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"><CstmrCdtTrfInitn>
                  <GrpHdr><MsgId>MSG1</MsgId><CreDtTm>2027-02-01T09:00:00Z</CreDtTm><NbOfTxs>%1$d</NbOfTxs><CtrlSum>%2$s</CtrlSum><InitgPty><Nm>WEWIS</Nm></InitgPty></GrpHdr>
                  <PmtInf><PmtInfId>PMT1</PmtInfId><PmtMtd>TRF</PmtMtd><NbOfTxs>%1$d</NbOfTxs><CtrlSum>%2$s</CtrlSum>
                    <ReqdExctnDt><Dt>2027-02-01</Dt></ReqdExctnDt><Dbtr><Nm>WEWIS</Nm></Dbtr><DbtrAcct><Id><IBAN>BE80001000000177</IBAN></Id></DbtrAcct>
                    <DbtrAgt><FinInstnId><Othr><Id>NOTPROVIDED</Id></Othr></FinInstnId></DbtrAgt>
                    %3$s
                  </PmtInf></CstmrCdtTrfInitn></Document>""".formatted(number, sum, String.join("\n", transfers));
    }

    private ValidatableResponse upload(String xml) {
        return given().contentType("application/xml")
                .header("X-File-Id", fileId)
                .body(xml)
                .post("/bank/files")
                .then();
    }

    private List<String> types(int expected) {
        await().until(() -> numbers(before).size() >= expected);
        return given().get("/bank/files?after=" + before).then().extract().path("files.type");
    }

    private MxPain00200110 statusReport(int place) {
        return MxPain00200110.parse(xml(place));
    }

    private MxCamt05400108 notification(int place) {
        return MxCamt05400108.parse(xml(place));
    }

    private String xml(int place) {
        String url = given().get("/bank/files?after=" + before).then().extract().path("files[" + place + "].url");
        return given().get(url)
                .then()
                .statusCode(200)
                .contentType("application/xml")
                .extract()
                .asString();
    }

    @Test
    void transfers_are_accepted_and_then_booked() {
        upload(file(2, "350.50", transfer("E1", "217.80", IBAN), transfer("E2", "132.70", IBAN)))
                .statusCode(202)
                .body("messageId", equalTo("MSG1"))
                .body("transfers", equalTo(2))
                .body("amountCents", equalTo(35050));
        assertEquals(List.of("pain.002", "camt.054"), types(2));

        var report = statusReport(0).getCstmrPmtStsRpt();
        assertEquals("MSG1", report.getOrgnlGrpInfAndSts().getOrgnlMsgId());
        assertEquals("ACCP", report.getOrgnlGrpInfAndSts().getGrpSts());
        assertEquals("PMT1", report.getOrgnlPmtInfAndSts().getFirst().getOrgnlPmtInfId());
        List<PaymentTransaction105> statuses =
                report.getOrgnlPmtInfAndSts().getFirst().getTxInfAndSts();
        assertEquals(
                List.of("E1", "E2"),
                statuses.stream().map(PaymentTransaction105::getOrgnlEndToEndId).toList());
        assertEquals(
                List.of("ACCP", "ACCP"),
                statuses.stream().map(PaymentTransaction105::getTxSts).toList());

        List<ReportEntry10> entries = notification(1)
                .getBkToCstmrDbtCdtNtfctn()
                .getNtfctn()
                .getFirst()
                .getNtry();
        assertEquals(2, entries.size());
        assertEquals("217.80", entries.getFirst().getAmt().getValue().toPlainString());
        assertEquals("DBIT", entries.getFirst().getCdtDbtInd().value());
        assertEquals("BOOK", entries.getFirst().getSts().getCd());
        var transaction =
                entries.getFirst().getNtryDtls().getFirst().getTxDtls().getFirst();
        assertEquals("E1", transaction.getRefs().getEndToEndId());
        assertEquals(IBAN, transaction.getRltdPties().getCdtrAcct().getId().getIBAN());
    }

    @Test
    void who_pays_by_transfer_is_told_of_with_the_message() {
        given().contentType("application/json")
                .body(Map.of("iban", IBAN, "amountCents", 10890, "message", "+++123/4567/89002+++"))
                .post("/bank/credits")
                .then()
                .statusCode(201)
                .body("type", equalTo("camt.054"));
        ReportEntry10 entry = notification(0)
                .getBkToCstmrDbtCdtNtfctn()
                .getNtfctn()
                .getFirst()
                .getNtry()
                .getFirst();
        assertEquals("CRDT", entry.getCdtDbtInd().value());
        assertEquals("108.90", entry.getAmt().getValue().toPlainString());
        assertEquals(
                List.of("+++123/4567/89002+++"),
                entry.getNtryDtls()
                        .getFirst()
                        .getTxDtls()
                        .getFirst()
                        .getRmtInf()
                        .getUstrd());
        assertEquals(elements(xml(0)), elements(notification(0).message()));
        given().contentType("application/json")
                .body(Map.of("iban", IBAN, "amountCents", 0, "message", "x"))
                .post("/bank/credits")
                .then()
                .statusCode(400);
    }

    @Test
    void the_answers_have_nothing_that_the_standard_does_not_know() {
        upload(file(2, "2.00", transfer("E1", "1.00", IBAN), transfer("E2", "1.00", Upload.CLOSED_ACCOUNT)))
                .statusCode(202);
        types(2);
        assertEquals(elements(xml(0)), elements(statusReport(0).message()));
        assertEquals(elements(xml(1)), elements(notification(1).message()));
    }

    /** Names of the elements in order; what a reader does not know it leaves out when it writes again. */
    private static List<String> elements(String xml) {
        return Pattern.compile("<(?:[a-zA-Z0-9]+:)?([A-Z][A-Za-z0-9]*)[ >]")
                .matcher(xml)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @Test
    void a_closed_account_and_a_number_that_is_no_account_are_rejected_and_not_booked() {
        upload(file(
                        3,
                        "3.00",
                        transfer("E1", "1.00", Upload.CLOSED_ACCOUNT),
                        transfer("E2", "1.00", "BE00001000000480"),
                        transfer("E3", "1.00", IBAN)))
                .statusCode(202);
        assertEquals(List.of("pain.002", "camt.054"), types(2));
        var report = statusReport(0).getCstmrPmtStsRpt();
        assertEquals("PART", report.getOrgnlGrpInfAndSts().getGrpSts());
        List<PaymentTransaction105> statuses =
                report.getOrgnlPmtInfAndSts().getFirst().getTxInfAndSts();
        assertEquals(
                List.of("RJCT", "RJCT", "ACCP"),
                statuses.stream().map(PaymentTransaction105::getTxSts).toList());
        assertEquals("AC04", statuses.get(0).getStsRsnInf().getFirst().getRsn().getCd());
        assertEquals("AC01", statuses.get(1).getStsRsnInf().getFirst().getRsn().getCd());
        assertEquals(
                1,
                notification(1)
                        .getBkToCstmrDbtCdtNtfctn()
                        .getNtfctn()
                        .getFirst()
                        .getNtry()
                        .size());
    }

    @Test
    void a_bank_that_refuses_books_nothing_and_may_tell_it_more_than_once() {
        switchBank("{\"refuse\": true, \"repeat\": 1}");
        upload(file(1, "1.00", transfer("E1", "1.00", IBAN))).statusCode(202);
        assertEquals(List.of("pain.002", "pain.002"), types(2));
        assertEquals(xml(0), xml(1));
        assertEquals(
                "RJCT",
                statusReport(0).getCstmrPmtStsRpt().getOrgnlGrpInfAndSts().getGrpSts());
    }

    @Test
    void a_bank_can_be_slow() {
        switchBank("{\"delaySeconds\": 1}");
        long start = System.nanoTime();
        upload(file(1, "1.00", transfer("E1", "1.00", IBAN))).statusCode(202);
        types(2);
        assertTrue(System.nanoTime() - start >= 1_000_000_000L);
    }

    @Test
    void the_same_file_twice_is_one_file() {
        String xml = file(1, "1.00", transfer("E1", "1.00", IBAN));
        String first = upload(xml).statusCode(202).extract().asString();
        types(2);
        assertEquals(first, upload(xml).statusCode(202).extract().asString());
        assertEquals(
                first,
                upload(xml.replace("1.00", "2.00")).statusCode(202).extract().asString());
        assertEquals(2, numbers(before).size());
    }

    @Test
    void a_file_that_is_not_right_is_refused_with_the_reason() {
        String good = file(1, "1.00", transfer("E1", "1.00", IBAN));
        String[][] bad = {
            {"no xml", "leesbare XML"},
            {"<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><a>&x;</a>", "leesbare XML"},
            {good.replace("pain.001.001.09", "pain.001.001.03"), "pain.001.001.09"},
            {file(2, "1.00", transfer("E1", "1.00", IBAN)), "NbOfTxs"},
            {file(1, "1.01", transfer("E1", "1.00", IBAN)), "CtrlSum"},
            {file(1, "0.00", transfer("E1", "0.00", IBAN)), "nul"},
            {file(1, "1.001", transfer("E1", "1.001", IBAN)), "decimalen"},
            {file(1, "-1.00", transfer("E1", "-1.00", IBAN)), "bedrag"},
            {good.replace("EUR", "USD"), "EUR"},
            {file(0, "0.00"), "nul"},
            {good.replace("<EndToEndId>E1</EndToEndId>", ""), "EndToEndId"},
            {good.replace("<MsgId>MSG1</MsgId>", ""), "MsgId"},
            {good.replace("BE80001000000177", "BE81001000000177"), "DbtrAcct"},
            {file(2, "2.00", transfer("E1", "1.00", IBAN), transfer("E1", "1.00", IBAN)), "twee keer"},
        };
        for (String[] each : bad) {
            upload(each[0])
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("issues[0].detail", containsString(each[1]));
        }
        given().contentType("application/xml")
                .body(good)
                .post("/bank/files")
                .then()
                .statusCode(400)
                .body("issues[0].name", equalTo("X-File-Id"));
        assertEquals(List.of(), numbers(before));
    }

    @Test
    void a_file_that_does_not_exist_is_not_found() {
        given().get("/bank/files/999999").then().statusCode(404);
        given().get("/bank/files?after=-1").then().statusCode(400);
    }
}
