package be.vlaanderen.loopbaankrediet.eligibility.sources;

/** Replies of MAGDA for tests, of people who do not exist. */
public final class MagdaXml {

    private MagdaXml() {}

    public static String envelope(String response) {
        return """
                <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Header/><soapenv:Body>%s</soapenv:Body></soapenv:Envelope>""".formatted(response);
    }

    /** @param reply what stands in Repliek */
    public static String response(String operation, String reply) {
        return envelope("<m:%sResponse xmlns:m=\"urn:test\"><Repliek><Context/>%s</Repliek></m:%sResponse>"
                .formatted(operation, reply, operation));
    }

    public static String answer(String operation, String content) {
        return response(
                operation,
                "<Antwoorden><Antwoord><Referte>1</Referte><Inhoud>%s</Inhoud></Antwoord></Antwoorden>"
                        .formatted(content));
    }

    public static String nothingFound(String operation) {
        return response(
                operation,
                "<Antwoorden><Antwoord><Referte>1</Referte>%s</Antwoord></Antwoorden>"
                        .formatted(exception(operation.equals("GeefBewijs") ? "40000" : "30001")));
    }

    public static String busy(String operation) {
        return response(operation, exception("99995"));
    }

    public static String exception(String code) {
        return "<Uitzonderingen><Uitzondering><Identificatie>%s</Identificatie><Type>FOUT</Type></Uitzondering></Uitzonderingen>"
                .formatted(code);
    }

    public static String contracts(String... contracts) {
        return "<Contracten>" + String.join("", contracts) + "</Contracten>";
    }

    /** @param to empty when it runs on */
    public static String contract(String ssin, String from, String to, String kind, String cancelled) {
        return """
                <Contract>
                  <Relatie>
                    <Werkgever><RSZNummer>1</RSZNummer><Ondernemingsnummer>0492123758</Ondernemingsnummer></Werkgever>
                    <Werknemer><INSZ>%s</INSZ><Achternaam>Voorbeeld</Achternaam></Werknemer>
                  </Relatie>
                  <Aangifte>
                    <PeriodeTijdstip><Begin><Datum>%s</Datum></Begin>%s</PeriodeTijdstip>
                    <AardWerknemer>%s</AardWerknemer>
                    <Geannuleerd>%s</Geannuleerd>
                  </Aangifte>
                </Contract>""".formatted(
                        ssin, from, to.isEmpty() ? "" : "<Einde><Datum>" + to + "</Datum></Einde>", kind, cancelled);
    }

    public static String job(String ssin, String from, String to) {
        return contract(ssin, from, to, "OTH", "0");
    }

    public static String selfEmployed(String ssin, String from, String to) {
        return """
                <Zelfstandige>
                  <INSZ>%s</INSZ>
                  <Ondernemingsnummer>0556123764</Ondernemingsnummer>
                  <Aansluitingen><Aansluiting>
                    <SociaalVerzekeringsfonds><Ondernemingsnummer>0409088689</Ondernemingsnummer></SociaalVerzekeringsfonds>
                    <Loopbanen><Loopbaan><Periode><Begin>%s</Begin>%s</Periode></Loopbaan></Loopbanen>
                  </Aansluiting></Aansluitingen>
                </Zelfstandige>""".formatted(ssin, from, to.isEmpty() ? "" : "<Einde>" + to + "</Einde>");
    }

    public static String proofs(String... proofs) {
        return "<Bewijzen>" + String.join("", proofs) + "</Bewijzen>";
    }

    public static String proof(String ssin, String isced, String country, String more) {
        return """
                <Bewijs>
                  <PersoonUitgereikt><INSZ>%s</INSZ></PersoonUitgereikt>
                  <Basis><Land><Code>%s</Code></Land><BijkomendeInformaties>%s</BijkomendeInformaties></Basis>
                  <Afgeleid><ISCEDNiveau><Code>%s</Code></ISCEDNiveau></Afgeleid>
                </Bewijs>""".formatted(ssin, country, more, isced);
    }

    public static String equivalence(String text) {
        return "<BijkomendeInformatie><Naam>Gelijkwaardigheid</Naam><Inhoud>%s</Inhoud></BijkomendeInformatie>"
                .formatted(text);
    }

    /** @param municipality NIS code; empty abroad */
    public static String person(String ssin, String country, String municipality) {
        return """
                <Persoon>
                  <INSZ>%s</INSZ>
                  <Naam><Achternamen><Achternaam>Voorbeeld</Achternaam></Achternamen></Naam>
                  <Adressen><Hoofdverblijfplaats>
                    <ISOCodeLand>%s</ISOCodeLand>%s
                  </Hoofdverblijfplaats></Adressen>
                </Persoon>""".formatted(
                ssin, country, municipality.isEmpty() ? "" : "<NISCodeGemeente>" + municipality + "</NISCodeGemeente>");
    }

    public static String enterprise(String municipality) {
        return """
                <Onderneming>
                  <Ondernemingsnummer>0492123758</Ondernemingsnummer>
                  <Adressen><Adres>
                    <Gemeente><NISCode>%s</NISCode></Gemeente><Land><ISOCode>BE</ISOCode></Land>
                  </Adres></Adressen>
                </Onderneming>""".formatted(municipality);
    }
}
