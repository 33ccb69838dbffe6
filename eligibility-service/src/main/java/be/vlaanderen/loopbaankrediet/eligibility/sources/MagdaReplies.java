package be.vlaanderen.loopbaankrediet.eligibility.sources;

import be.vlaanderen.loopbaankrediet.eligibility.rules.EducationLevel;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Period;
import be.vlaanderen.loopbaankrediet.eligibility.rules.PeriodKind;
import be.vlaanderen.loopbaankrediet.eligibility.rules.Region;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/** Reads the replies of MAGDA into the words of the rules. Pure; every way a reply can be wrong is an {@link Unreadable}. */
final class MagdaReplies {

    /** "Geen gegevens gevonden", of the work services and of the diplomas: an answer, not an error. */
    private static final Set<String> NOTHING_FOUND = Set.of("30001", "40000");

    /** Too many simultaneous requests. */
    private static final String BUSY = "99995";

    /** EEA without Belgium, as ISO 3166 codes of two and of three letters. */
    private static final Set<String> EEA = Set.of(
            "AT", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT", "LI", "LT",
            "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK", "AUT", "BGR", "CYP", "CZE", "DEU", "DNK",
            "EST", "ESP", "FIN", "FRA", "GRC", "HRV", "HUN", "IRL", "ISL", "ITA", "LIE", "LTU", "LUX", "LVA", "MLT",
            "NLD", "NOR", "POL", "PRT", "ROU", "SWE", "SVN", "SVK");

    private MagdaReplies() {}

    /** A reply that is not what was promised. The reason holds nothing of the reply but codes. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        private final boolean busy;

        Unreadable(String why) {
            this(why, false);
        }

        Unreadable(String why, boolean busy) {
            super(why, null, false, false);
            this.busy = busy;
        }

        /** Nothing is wrong but the moment. */
        boolean busy() {
            return busy;
        }
    }

    /**
     * A period of work, and where.
     *
     * @param enterprise number of the employer, or of the own enterprise
     */
    record Work(Period period, @Nullable String enterprise) {}

    /** @param recognised absent when the level rests on a proof that needs no recognition */
    record Education(
            @Nullable EducationLevel level, @Nullable Boolean recognised) {
        static final Education UNKNOWN = new Education(null, null);
    }

    /** The content of the answer in a SOAP envelope; empty when the source knows nothing of the person. */
    static Optional<Xml> content(byte[] envelope, String operation) throws Unreadable {
        Xml root;
        try {
            root = Xml.read(envelope);
        } catch (SAXException e) {
            throw new Unreadable("no XML that may be read"); // the parser's own words could quote the reply
        }
        Xml response = root.find("Body", operation + "Response");
        if (!root.name().equals("Envelope") || response == null) {
            throw new Unreadable(root.find("Body", "Fault") == null ? "another reply than asked" : "SOAP fault");
        }
        Xml reply = response.find("Repliek");
        if (reply == null) {
            throw new Unreadable("no Repliek");
        }
        // before anything was looked up: 99995, too many simultaneous requests, and its kin
        if (refuses(reply)) {
            return Optional.empty();
        }
        Xml answer = reply.find("Antwoorden", "Antwoord");
        if (answer == null) {
            throw new Unreadable("no Antwoord");
        }
        if (refuses(answer)) {
            return Optional.empty();
        }
        Xml content = answer.find("Inhoud");
        if (content == null) {
            throw new Unreadable("no Inhoud");
        }
        return Optional.of(content);
    }

    /** True when it says that nothing was found. */
    private static boolean refuses(Xml part) throws Unreadable {
        for (Xml exception : part.all("Uitzonderingen", "Uitzondering")) {
            String code = exception.text("Identificatie");
            if (code != null && NOTHING_FOUND.contains(code)) {
                return true;
            }
            String type = exception.text("Type");
            if (type == null || type.equals("FOUT")) {
                throw new Unreadable(
                        "exception " + (code != null && code.matches("[0-9]{1,6}") ? code : "without code"),
                        BUSY.equals(code));
            }
        }
        return false;
    }

    /** Werk.GeefWerkrelaties: declarations of employers. */
    static List<Work> workRelations(Xml content, String ssin) throws Unreadable {
        List<Work> found = new ArrayList<>();
        for (Xml contract : content.all("Contracten", "Contract")) {
            about(ssin, contract.text("Relatie", "Werknemer", "INSZ"));
            for (Xml declaration : contract.all("Aangifte")) {
                LocalDate from = day(declaration.text("PeriodeTijdstip", "Begin", "Datum"));
                LocalDate to = optionalDay(declaration.text("PeriodeTijdstip", "Einde", "Datum"));
                boolean trainee = "IVT".equals(declaration.text("AardWerknemer")); // D-3: IBO
                boolean cancelled = "1".equals(declaration.text("Geannuleerd"));
                found.add(new Work(
                        new Period(trainee ? PeriodKind.IBO : PeriodKind.EMPLOYEE, from, to, cancelled),
                        contract.text("Relatie", "Werkgever", "Ondernemingsnummer")));
            }
        }
        return found;
    }

    /** Werk.GeefLoopbaanARZA: a career as self-employed. */
    static List<Work> selfEmployment(Xml content, String ssin) throws Unreadable {
        List<Work> found = new ArrayList<>();
        for (Xml selfEmployed : content.all("Zelfstandige")) {
            about(ssin, selfEmployed.text("INSZ"));
            for (Xml career : selfEmployed.all("Aansluitingen", "Aansluiting", "Loopbanen", "Loopbaan")) {
                found.add(new Work(
                        new Period(
                                PeriodKind.SELF_EMPLOYED,
                                day(career.text("Periode", "Begin")),
                                optionalDay(career.text("Periode", "Einde")),
                                false),
                        selfEmployed.text("Ondernemingsnummer")));
            }
        }
        return found;
    }

    /** LED.GeefBewijs: of several proofs the highest counts; one that is not recognised only when there is no other. */
    static Education education(Xml content, String ssin) throws Unreadable {
        EducationLevel recognised = null;
        EducationLevel unrecognised = null;
        for (Xml proof : content.all("Bewijzen", "Bewijs")) {
            about(ssin, proof.text("PersoonUitgereikt", "INSZ"));
            EducationLevel level = level(proof.text("Afgeleid", "ISCEDNiveau", "Code"));
            if (notRecognised(proof)) {
                unrecognised = higher(unrecognised, level == null ? EducationLevel.LOW : level);
            } else {
                recognised = higher(recognised, level);
            }
        }
        if (recognised != null) {
            return new Education(recognised, null);
        }
        return unrecognised == null ? Education.UNKNOWN : new Education(unrecognised, false);
    }

    /** Persoon.GeefPersoon: where the person lives now. */
    static Region region(Xml content, String ssin) throws Unreadable {
        Xml person = content.find("Persoon");
        if (person == null) {
            return Region.UNKNOWN;
        }
        about(ssin, person.text("INSZ"));
        for (Xml addresses : person.all("Adressen")) {
            for (Xml address : addresses.children()) {
                Region region = region(
                        first(address.text("ISOCodeLand"), address.text("Land", "ISOCode")),
                        first(address.text("NISCodeLand"), address.text("Land", "NISCode")),
                        first(address.text("NISCodeGemeente"), address.text("Gemeente", "NISCode")));
                if (region != Region.UNKNOWN) {
                    return region;
                }
            }
        }
        return Region.UNKNOWN;
    }

    /** Onderneming.GeefOnderneming: the seat or an establishment stands in Flanders or Brussels. */
    static boolean inFlandersOrBrussels(Xml content) {
        for (Xml enterprise : content.all("Onderneming")) {
            List<Xml> addresses = new ArrayList<>(enterprise.all("Adressen", "Adres"));
            addresses.addAll(enterprise.all("Vestigingen", "Vestiging", "Adressen", "Adres"));
            for (Xml address : addresses) {
                if (region(
                                address.text("Land", "ISOCode"),
                                address.text("Land", "NISCode"),
                                address.text("Gemeente", "NISCode"))
                        .flandersOrBrussels()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Municipality codes start with the arrondissement, and so tell the region. */
    private static Region region(
            @Nullable String isoCountry, @Nullable String nisCountry, @Nullable String municipality) {
        String country = isoCountry == null ? null : isoCountry.toUpperCase(Locale.ROOT);
        boolean belgium = country == null ? nisCountry == null || nisCountry.equals("150") : country.matches("BEL?");
        if (!belgium) {
            return country != null && EEA.contains(country) ? Region.EEA : Region.OTHER;
        }
        if (municipality == null || !municipality.matches("[1-9][0-9]{4}")) {
            return Region.UNKNOWN;
        }
        int arrondissement = Integer.parseInt(municipality.substring(0, 2));
        return switch (arrondissement) {
            case 21 -> Region.BRUSSELS;
            case 25 -> Region.WALLONIA; // Walloon Brabant, between the Flemish ones
            default ->
                switch (arrondissement / 10) {
                    case 1, 2, 3, 4, 7 -> Region.FLANDERS;
                    default -> Region.WALLONIA;
                };
        };
    }

    /** ISCED: 0 to 2 low, 3 and 4 medium, 5 and higher high; "NBS" is no level. */
    private static @Nullable EducationLevel level(@Nullable String isced) {
        if (isced == null || !isced.matches("[0-8].*")) {
            return null;
        }
        return switch (isced.charAt(0)) {
            case '0', '1', '2' -> EducationLevel.LOW;
            case '3', '4' -> EducationLevel.MEDIUM;
            default -> EducationLevel.HIGH;
        };
    }

    /** A foreign diploma counts only when it was declared equivalent (BVR). */
    private static boolean notRecognised(Xml proof) {
        String country = proof.text("Basis", "Land", "Code");
        boolean foreign = country != null && !country.equals("BEL");
        return foreign
                && proof.all("Basis", "BijkomendeInformaties", "BijkomendeInformatie").stream()
                        .noneMatch(more -> "Gelijkwaardigheid".equals(more.text("Naam"))
                                && "Gelijkwaardig".equals(more.text("Inhoud")));
    }

    private static @Nullable EducationLevel higher(@Nullable EducationLevel one, @Nullable EducationLevel other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) >= 0 ? one : other;
    }

    /** An answer about somebody else must never count. */
    private static void about(String ssin, @Nullable String found) throws Unreadable {
        if (found != null && !found.equals(ssin)) {
            throw new Unreadable("about somebody else");
        }
    }

    private static @Nullable LocalDate optionalDay(@Nullable String text) throws Unreadable {
        return text == null ? null : day(text);
    }

    private static LocalDate day(@Nullable String text) throws Unreadable {
        if (text == null || !text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}([Z+-].*)?")) {
            throw new Unreadable("a period without a day");
        }
        try {
            return LocalDate.parse(text.substring(0, 10));
        } catch (DateTimeException e) {
            throw new Unreadable("a day that does not exist");
        }
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }
}
