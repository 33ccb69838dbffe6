package be.vlaanderen.loopbaankrediet.providerregistry.places;

import java.util.List;
import java.util.stream.Stream;

/**
 * A municipality of Flanders or Brussels.
 *
 * @param nis code of the statistical office
 * @param latitude of its approximate centre, in thousandths of a degree
 * @param longitude of its approximate centre, in thousandths of a degree
 * @param otherNames by which people look for it: former municipalities, the French name in Brussels
 */
public record Municipality(
        String nis, String name, List<String> postalCodes, int latitude, int longitude, List<String> otherNames) {

    private static final int RADIUS_OF_THE_EARTH_KM = 6371;

    /** As the crow flies, in whole kilometres: the centres are no more precise than that. */
    public int kilometresTo(Municipality other) {
        double here = Math.toRadians(latitude / 1000.0);
        double there = Math.toRadians(other.latitude / 1000.0);
        double north = Math.sin((there - here) / 2);
        double east = Math.sin(Math.toRadians((other.longitude - longitude) / 1000.0) / 2);
        double half = north * north + Math.cos(here) * Math.cos(there) * east * east;
        return (int) Math.round(2 * RADIUS_OF_THE_EARTH_KM * Math.asin(Math.sqrt(half)));
    }

    Stream<String> names() {
        return Stream.concat(Stream.of(name), otherNames.stream());
    }
}
