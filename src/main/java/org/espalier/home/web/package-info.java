@NullMarked
package org.espalier.home.web;

import org.jspecify.annotations.NullMarked;
