package service

import "net/http"

func (s *Service) routes(mux *http.ServeMux) { s.health(mux) }
