package be.vlaanderen.loopbaankrediet.launcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The addresses of the running platform as one JSON object, for scripts. */
@Command(name = "endpoints")
final class Endpoints implements Callable<Integer> {

    @Override
    public Integer call() throws JsonProcessingException {
        Place place = Place.fromEnvironment();
        demandRunning(place);
        Map<String, String> addresses = new LinkedHashMap<>();
        for (Part part : List.of(Part.values())) {
            addresses.put(part.folder(), place.address(part));
        }
        System.out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(addresses));
        return 0;
    }

    static void demandRunning(Place place) {
        if (Platform.alive(place).isEmpty()) {
            throw new Trouble("The platform is not running. Start it with './dev up'.");
        }
    }
}
