package org.espalier.home.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The front page. */
@Controller
class HomePages {

    @GetMapping("/")
    String home() {
        return "home/web/home";
    }
}
