/** Pages of the links between frameworks: everybody reads the reviewed ones, authors propose and review. */
@NullMarked
package org.espalier.crosswalk.web;

import org.jspecify.annotations.NullMarked;
