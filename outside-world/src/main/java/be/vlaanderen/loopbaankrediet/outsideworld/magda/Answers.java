package be.vlaanderen.loopbaankrediet.outsideworld.magda;

import be.vlaanderen.loopbaankrediet.outsideworld.Ssin;
import be.vlaanderen.loopbaankrediet.outsideworld.Xml;
import be.vlaanderen.loopbaankrediet.outsideworld.enterprises.Enterprises;
import be.vlaanderen.loopbaankrediet.outsideworld.people.Education;
import be.vlaanderen.loopbaankrediet.outsideworld.people.People;
import be.vlaanderen.loopbaankrediet.outsideworld.people.Period;
import be.vlaanderen.loopbaankrediet.outsideworld.people.Period.Source;
import be.vlaanderen.loopbaankrediet.outsideworld.people.Person;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** What MAGDA's sources say about a person or an enterprise; null when a source has nothing to say. */
final class Answers {

    private final People people;
    private final Enterprises enterprises;

    Answers(People people, Enterprises enterprises) {
        this.people = people;
        this.enterprises = enterprises;
    }

    Xml.@Nullable Content to(Question question) {
        if (question.operation() == Question.Operation.ENTERPRISE) {
            Enterprise enterprise = Enterprise.find(question.about(), people, enterprises);
            return enterprise == null ? null : content -> enterprise(content, enterprise);
        }
        String ssin = question.about();
        Person person = people.get(ssin);
        if (person == null) {
            return null;
        }
        return switch (question.operation()) {
            case WORK_RELATIONS -> {
                List<Period> periods = within(question, person.periodsOf(Source.DIMONA, Source.DIMONA_TRAINING));
                yield periods.isEmpty() ? null : content -> contracts(content, ssin, person, periods);
            }
            case SELF_EMPLOYMENT -> {
                List<Period> periods = within(question, person.periodsOf(Source.SELF_EMPLOYMENT)).stream()
                        .filter(period -> !Boolean.TRUE.equals(period.cancelled()))
                        .toList();
                yield periods.isEmpty() ? null : content -> career(content, ssin, person, periods);
            }
            case PROOFS -> hasProof(person) ? content -> proof(content, ssin, person) : null;
            case PERSON -> content -> person(content, new Ssin(ssin), person);
            case ENTERPRISE -> null;
        };
    }

    /** Periods that touch the one that was asked about. */
    private static List<Period> within(Question question, List<Period> periods) {
        return periods.stream()
                .filter(period -> question.to() == null || !first(period).isAfter(question.to()))
                .filter(period -> question.from() == null
                        || period.to() == null
                        || !period.to().isBefore(question.from()))
                .toList();
    }

    private static LocalDate first(Period period) {
        return Objects.requireNonNull(period.from());
    }

    /** Werk.GeefWerkrelaties: the employer's declarations (Dimona). Sickness, leave and temporary unemployment leave the contract standing. */
    private static void contracts(Xml content, String ssin, Person person, List<Period> periods)
            throws XMLStreamException {
        Enterprise employer = Enterprise.employer(person);
        content.element("Contracten", contracts -> {
            for (Period period : periods) {
                contracts.element("Contract", contract -> {
                    contract.element("Relatie", relation -> {
                        relation.element("Werkgever", werkgever -> {
                            werkgever.element("RSZNummer", employer.number());
                            werkgever.element("Ondernemingsnummer", employer.number());
                        });
                        relation.element("Werknemer", employee -> {
                            employee.element("INSZ", ssin);
                            employee.element("IdentificatiePersoonGevalideerd", validated -> {
                                validated.attribute("Beschrijving", "Identificatie persoon OK");
                                validated.text("1");
                            });
                            if (person.name() != null) {
                                employee.element("Achternaam", familyName(person));
                                employee.element("Voornaam", givenName(person));
                            }
                        });
                    });
                    contract.element("Bron", source -> {
                        source.attribute("Beschrijving", "Rijksdienst voor sociale zekerheid");
                        source.text("RSZ");
                    });
                    contract.element("Aangifte", declaration -> declaration(declaration, ssin, period));
                });
            }
        });
    }

    private static void declaration(Xml declaration, String ssin, Period period) throws XMLStreamException {
        boolean cancelled = Boolean.TRUE.equals(period.cancelled());
        boolean training = period.kind() != null && period.kind().source() == Source.DIMONA_TRAINING;
        declaration.element("DimonaNummer", dimonaNumber(ssin, period));
        declaration.element("PeriodeTijdstip", span -> {
            span.element("Begin", begin -> begin.element("Datum", first(period).toString()));
            if (period.to() != null) {
                String last = period.to().toString();
                span.element("Einde", end -> end.element("Datum", last));
            }
        });
        declaration.element("ParitairComite", "329");
        declaration.element("AardWerknemer", training ? "IVT" : "OTH");
        declaration.element("Geannuleerd", cancelled ? "1" : "0");
        declaration.element("LaatsteDimonaActie", action -> {
            action.attribute("Beschrijving", cancelled ? "Annulering" : period.to() == null ? "Indienst" : "Uitdienst");
            action.text(cancelled ? "A" : period.to() == null ? "I" : "O");
        });
    }

    /** The same declaration keeps its number. */
    private static String dimonaNumber(String ssin, Period period) {
        return String.valueOf(7_000_000_000L
                + Math.floorMod(
                        stable(ssin + period.from() + period.to() + period.kind())
                                .getMostSignificantBits(),
                        1_000_000_000L));
    }

    /** Werk.GeefLoopbaanARZA: the register of the self-employed. */
    private static void career(Xml content, String ssin, Person person, List<Period> periods)
            throws XMLStreamException {
        content.element("Zelfstandige", trader -> {
            trader.element("INSZ", ssin);
            trader.element("Ondernemingsnummer", Enterprise.own(person).number());
            trader.element(
                    "Aansluitingen",
                    memberships -> memberships.element("Aansluiting", membership -> {
                        membership.element("SociaalVerzekeringsfonds", fund -> {
                            fund.element("Code", "099");
                            described(fund, "Omschrijving", "MAGDA", "Voorbeeldfonds");
                            fund.element("Ondernemingsnummer", "0417000723");
                        });
                        membership.element("Loopbanen", careers -> {
                            for (Period period : periods) {
                                careers.element("Loopbaan", career -> career(career, period));
                            }
                        });
                    }));
        });
    }

    private static void career(Xml career, Period period) throws XMLStreamException {
        coded(career, "Bijdragereeks", "100", "Hoofdberoep");
        career.element("Periode", span -> {
            span.element("Begin", first(period).toString());
            if (period.to() != null) {
                span.element("Einde", period.to().toString());
            }
        });
        coded(career, "Beroep", "519308", "IT-bedrijfsconsulent");
        coded(career, "Hoedanigheid", "100", "Activiteit in eigen naam");
        career.element("DatumOndertekening", first(period).toString());
    }

    private static void coded(Xml parent, String name, String code, String description) throws XMLStreamException {
        parent.element(name, coded -> {
            coded.element("Code", code);
            described(coded, "Omschrijving", "KSZ", description);
        });
    }

    private static void described(Xml parent, String name, String origin, String description)
            throws XMLStreamException {
        parent.element(name, text -> {
            text.attribute("Oorsprong", origin);
            text.attribute("TaalCode", "nl");
            text.text(description);
        });
    }

    /** No level and not foreign either: the database of proofs has nothing. */
    private static boolean hasProof(Person person) {
        return level(person) != Education.UNKNOWN || person.diplomaRecognised() != null;
    }

    private static Education level(Person person) {
        return person.education() == null ? Education.UNKNOWN : person.education();
    }

    /** What the highest proof of a level looks like. */
    private record Proof(
            String category,
            String grade,
            String type,
            String institute,
            String isced,
            String iscedName,
            String description) {

        static Proof of(Education level) {
            return switch (level) {
                case LOW ->
                    new Proof(
                            "Secundair onderwijs",
                            "1ste graad",
                            "Getuigschrift",
                            "Secundaire school",
                            "2",
                            "1e graad secundair onderwijs",
                            "Getuigschrift 1ste graad secundair onderwijs");
                case MEDIUM ->
                    new Proof(
                            "Secundair onderwijs",
                            "3de graad",
                            "Diploma",
                            "Secundaire school",
                            "3",
                            "3e graad secundair onderwijs",
                            "Diploma secundair onderwijs");
                case HIGH ->
                    new Proof(
                            "Hoger onderwijs",
                            "Bachelor",
                            "Diploma",
                            "Hogeschool",
                            "6",
                            "Bachelor",
                            "Diploma bachelor");
                case UNKNOWN ->
                    new Proof(
                            "Niet beschikbaar",
                            "Niet beschikbaar",
                            "Diploma",
                            "Niet beschikbaar",
                            "NBS",
                            "Niet beschikbaar",
                            "Diploma");
            };
        }
    }

    /** LED.GeefBewijs: the one highest proof; of a foreign one also whether it was declared equivalent. */
    private static void proof(Xml content, String ssin, Person person) throws XMLStreamException {
        Proof proof = Proof.of(level(person));
        Boolean equivalent = person.diplomaRecognised();
        boolean foreign = equivalent != null;
        content.element(
                "Bewijzen",
                proofs -> proofs.element("Bewijs", bewijs -> {
                    bewijs.element("BewijsrefertesLed", references -> {
                        references.element(
                                "Bewijsreferte", stable("proof" + ssin).toString());
                        references.element(
                                "Bewijsmutatiereferte", stable("change" + ssin).toString());
                    });
                    bewijs.element("BewijsstatusLed", status -> {
                        status.element("Code", "1");
                        status.element("DatumModificatie", changed -> {
                            changed.element("Datum", "29.07.2014");
                            changed.element("Tijd", "03:15:14.996");
                        });
                    });
                    bewijs.element("Leverancier", supplier -> {
                        supplier.element("Naam", proof.category);
                        supplier.element(
                                "Bewijsreferte", stable("supplier" + ssin).toString());
                    });
                    bewijs.element("PersoonUitgereikt", holder -> holder.element("INSZ", ssin));
                    bewijs.element("Basis", basis -> {
                        named(basis, "Authenticiteit", "Authentiek");
                        named(basis, "Categorie", proof.category);
                        named(basis, "Graad", proof.grade);
                        named(basis, "Onderwijsvorm", "Niet van toepassing");
                        named(basis, "Bewijstype", proof.type);
                        named(basis, "Bewijsstaat", "Eindbewijs");
                        named(basis, "Instantie", proof.institute);
                        basis.element("Onderwerp", subject -> {
                            subject.element("Code", "10001");
                            subject.element("Naam", "Algemene vorming");
                        });
                        basis.element("Uitreikingsdatum", issued -> {
                            issued.element("Jaar", "2014");
                            issued.element("Maand", "06");
                            issued.element("Dag", "30");
                        });
                        basis.element("VolledigeNaam", "Niet beschikbaar");
                        basis.element("Land", country -> country.element("Code", foreign ? "BRA" : "BEL"));
                        basis.element("Taal", language -> language.element("Code", foreign ? "por" : "nld"));
                        basis.element("Instelling", school -> {
                            school.element("Naam", "Voorbeeldschool");
                            school.element("Nummer", "99999");
                        });
                        named(basis, "Schooltype", "Gewoon");
                        basis.element("Studierichting", direction -> {
                            direction.element("Naam", "Algemene vorming");
                            direction.element("Code", "029156");
                        });
                        basis.element("UrenVolwassenenonderwijs", "0");
                        basis.element("BijkomendeInformaties", more -> {
                            moreInformation(more, "Bewijs omschrijving", proof.description);
                            if (equivalent != null) {
                                moreInformation(
                                        more, "Gelijkwaardigheid", equivalent ? "Gelijkwaardig" : "Niet gelijkwaardig");
                            }
                        });
                    });
                    bewijs.element("Afgeleid", derived -> {
                        codeAndName(derived, "ISCEDStudiegebied", "010", "Basisopleidingen, algemene opleidingen");
                        codeAndName(derived, "ISCEDNiveau", proof.isced, proof.iscedName);
                        codeAndName(derived, "VKSNiveauOnderwijskwalificatie", "NBS", "Niet beschikbaar");
                        codeAndName(derived, "VKSNiveauBeroepskwalificatie", "NBS", "Niet beschikbaar");
                    });
                }));
    }

    private static void moreInformation(Xml parent, String name, String text) throws XMLStreamException {
        parent.element("BijkomendeInformatie", information -> {
            information.element("Naam", name);
            information.element("Inhoud", text);
        });
    }

    private static void named(Xml parent, String name, String text) throws XMLStreamException {
        parent.element(name, named -> named.element("Naam", text));
    }

    private static void codeAndName(Xml parent, String name, String code, String text) throws XMLStreamException {
        parent.element(name, coded -> {
            coded.element("Code", code);
            coded.element("Naam", text);
        });
    }

    /** Persoon.GeefPersoon: the register of persons; the region follows from where the person has the main residence. */
    private static void person(Xml content, Ssin ssin, Person person) throws XMLStreamException {
        Place home = Place.home(person.home());
        String born = ssin.birthDate().toString();
        content.element("Persoon", persoon -> {
            persoon.attribute("Bron", home.inBelgium() ? "RR" : "KSZ");
            persoon.attribute("DatumCreatie", born);
            persoon.attribute("DatumModificatie", born);
            persoon.element("INSZ", ssin.digits());
            persoon.element("Naam", name -> {
                name.attribute("DatumBegin", born);
                name.element("Achternamen", names -> names.element("Achternaam", familyName(person)));
                name.element("Voornamen", names -> names.element("Voornaam", givenName(person)));
            });
            persoon.element("Geslacht", sex -> {
                sex.element("Code", ssin.isMale() ? "1" : "2");
                inDutch(sex, "Omschrijving", ssin.isMale() ? "Mannelijk" : "Vrouwelijk");
            });
            persoon.element("Register", register -> {
                register.element("Code", home.inBelgium() ? "RR" : "BIS");
                inDutch(register, "Omschrijving", home.inBelgium() ? "Rijksregister" : "BIS-register");
            });
            persoon.element("Geboorte", birth -> {
                birth.attribute("DatumBegin", born);
                birth.element("Datum", born);
            });
            persoon.element(
                    "Adressen",
                    addresses -> addresses.element("Hoofdverblijfplaats", residence -> {
                        residence.attribute("DatumBegin", born);
                        residence.element("Straatnaam", street -> {
                            street.element("String", "Voorbeeldstraat");
                            street.element("Taal", "nl");
                        });
                        residence.element("Huisnummer", "1");
                        residence.element("Gemeentenaam", municipality -> {
                            municipality.element("String", home.municipality);
                            municipality.element("Taal", "nl");
                        });
                        residence.element("Land", country -> {
                            country.element("String", home.country);
                            country.element("Taal", "nl");
                        });
                        if (home.inBelgium()) {
                            residence.element("Postcode", home.postcode);
                        }
                        residence.element("NISCodeLand", home.countryNis);
                        residence.element("ISOCodeLand", home.countryIso);
                        if (home.inBelgium()) {
                            residence.element("NISCodeGemeente", home.nisCode);
                        }
                    }));
        });
    }

    private static void inDutch(Xml parent, String name, String text) throws XMLStreamException {
        parent.element(name, described -> {
            described.attribute("Taal", "nl");
            described.text(text);
        });
    }

    private static String givenName(Person person) {
        String name = person.name() == null ? "Voorbeeld" : person.name().strip();
        int space = name.indexOf(' ');
        return space < 0 ? name : name.substring(0, space);
    }

    private static String familyName(Person person) {
        String name = person.name() == null ? "Persoon" : person.name().strip();
        return name.substring(name.indexOf(' ') + 1).strip();
    }

    /** Onderneming.GeefOnderneming: the Crossroads Bank for Enterprises, with the seat. */
    private static void enterprise(Xml content, Enterprise enterprise) throws XMLStreamException {
        Place place = enterprise.place();
        String since = "2000-01-01";
        content.element("Onderneming", onderneming -> {
            onderneming.element("Ondernemingsnummer", enterprise.number());
            onderneming.element("AuthentiekBron", source -> codeAndDescription(source, "03", "KBO"));
            onderneming.element(
                    "OndernemingOfVestiging",
                    which -> which.element("Code", code -> {
                        code.attribute("Beschrijving", "Onderneming");
                        code.text("1");
                    }));
            onderneming.element(
                    "StatusKBO",
                    status -> codeAndDescription(
                            status, enterprise.stopped() ? "ST" : "AC", enterprise.stopped() ? "Stopgezet" : "Actief"));
            onderneming.element(
                    "SoortOnderneming",
                    kind -> kind.element("Code", code -> {
                        code.attribute("Beschrijving", "Rechtspersoon");
                        code.text("2");
                    }));
            onderneming.element(
                    "Namen",
                    names -> names.element(
                            "MaatschappelijkeNamen",
                            official -> official.element("MaatschappelijkeNaam", name -> {
                                name.attribute("DatumBegin", since);
                                name.element("Naam", enterprise.name());
                                name.element("Taalcode", "nl");
                            })));
            onderneming.element(
                    "Adressen",
                    addresses -> addresses.element("Adres", address -> {
                        address.attribute("DatumBegin", since);
                        address.element("Straat", street -> street.element("Code", "0001"));
                        address.element("Huisnummer", "1");
                        address.element("Gemeente", municipality -> {
                            municipality.element("NISCode", place.nisCode);
                            municipality.element("PostCode", place.postcode);
                        });
                        address.element("Land", country -> {
                            country.element("NISCode", place.countryNis);
                            country.element("ISOCode", "BE");
                            country.element("Naam", place.country);
                        });
                        address.element("Type", type -> codeAndDescription(type, "001", "Zetel"));
                    }));
            onderneming.element("Start", start -> start.element("Datum", since));
        });
    }

    private static void codeAndDescription(Xml parent, String code, String description) throws XMLStreamException {
        parent.element("Code", code);
        parent.element("Omschrijving", description);
    }

    /** A reference that is the same in each reply. */
    private static UUID stable(String of) {
        return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8));
    }
}
