package be.vlaanderen.loopbaankrediet.outsideworld.magda;

import be.vlaanderen.loopbaankrediet.outsideworld.people.Person;
import be.vlaanderen.loopbaankrediet.outsideworld.people.Region;

/** A place in each region: where people live, and in Belgium also where enterprises are. */
enum Place {
    GHENT("44021", "Gent", "9000", "BEL", "150", "BELGIE"),
    BRUSSELS("21004", "Brussel", "1000", "BEL", "150", "BELGIE"),
    NAMUR("92094", "Namen", "5000", "BEL", "150", "BELGIE"),
    NETHERLANDS("", "Breda", "", "NLD", "129", "NEDERLAND"),
    ELSEWHERE("", "Londen", "", "GBR", "112", "VERENIGD KONINKRIJK");

    final String nisCode;
    final String municipality;
    final String postcode;
    final String countryIso;
    final String countryNis;
    final String country;

    Place(String nisCode, String municipality, String postcode, String countryIso, String countryNis, String country) {
        this.nisCode = nisCode;
        this.municipality = municipality;
        this.postcode = postcode;
        this.countryIso = countryIso;
        this.countryNis = countryNis;
        this.country = country;
    }

    boolean inBelgium() {
        return countryIso.equals("BEL");
    }

    static Place home(Region region) {
        return switch (region) {
            case FLANDERS -> GHENT;
            case BRUSSELS -> BRUSSELS;
            case WALLONIA -> NAMUR;
            case EEA -> NETHERLANDS;
            case OTHER -> ELSEWHERE;
        };
    }

    /** Who works in Flanders or Brussels works in Brussels only when living there. */
    static Place work(Person person) {
        if (!person.worksHere()) {
            return NAMUR;
        }
        return person.home() == Region.BRUSSELS ? BRUSSELS : GHENT;
    }
}
