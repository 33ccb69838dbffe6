package be.vlaanderen.loopbaankrediet.outsideworld.magda;

import be.vlaanderen.loopbaankrediet.outsideworld.enterprises.Enterprises;
import be.vlaanderen.loopbaankrediet.outsideworld.enterprises.Enterprises.Facts;
import be.vlaanderen.loopbaankrediet.outsideworld.people.People;
import be.vlaanderen.loopbaankrediet.outsideworld.people.Person;
import org.jspecify.annotations.Nullable;

/** An employer, or the enterprise of somebody self-employed. */
record Enterprise(String number, String name, Place place, boolean stopped) {

    /** One that is known to be stopped, without having to be put. */
    static final String STOPPED = "0417000723";

    private Enterprise(String number, String name, Place place) {
        this(number, name, place, false);
    }

    /** Whom this person has a contract with. */
    static Enterprise employer(Person person) {
        Place place = Place.work(person);
        return person.employer() == null
                ? employerIn(place)
                : new Enterprise(person.employer(), "Werkgever " + place.municipality, place);
    }

    /** The person's own. */
    static Enterprise own(Person person) {
        Place place = Place.work(person);
        return person.enterpriseNumber() == null
                ? soleTraderIn(place)
                : new Enterprise(person.enterpriseNumber(), "Eigen zaak", place);
    }

    /** What was put about the enterprise itself goes before what follows from people. */
    static @Nullable Enterprise find(String number, People people, Enterprises enterprises) {
        if (number.equals(STOPPED)) {
            return new Enterprise(number, "Gestopte zaak", Place.GHENT, true);
        }
        Enterprise ofPeople = ofPeople(number, people);
        Facts facts = enterprises.get(number);
        if (facts == null) {
            return ofPeople;
        }
        return new Enterprise(
                number,
                facts.name() != null ? facts.name() : ofPeople != null ? ofPeople.name : "Onderneming",
                ofPeople == null ? Place.GHENT : ofPeople.place,
                facts.isStopped());
    }

    private static @Nullable Enterprise ofPeople(String number, People people) {
        for (Place place : new Place[] {Place.GHENT, Place.BRUSSELS, Place.NAMUR}) {
            if (employerIn(place).number.equals(number)) {
                return employerIn(place);
            }
            if (soleTraderIn(place).number.equals(number)) {
                return soleTraderIn(place);
            }
        }
        Person owner = people.withEnterprise(number);
        if (owner != null) {
            return own(owner);
        }
        Person employee = people.withEmployer(number);
        return employee == null ? null : employer(employee);
    }

    private static Enterprise employerIn(Place place) {
        String number = switch (place) {
            case BRUSSELS -> "0417000228";
            case NAMUR -> "0417000327";
            default -> "0417000129";
        };
        return new Enterprise(number, "Werkgever " + place.municipality, place);
    }

    private static Enterprise soleTraderIn(Place place) {
        String number = switch (place) {
            case BRUSSELS -> "0417000525";
            case NAMUR -> "0417000624";
            default -> "0417000426";
        };
        return new Enterprise(number, "Zelfstandige " + place.municipality, place);
    }
}
