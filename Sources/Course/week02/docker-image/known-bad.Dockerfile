FROM debian
RUN cd /tmp && sudo ls
ADD a.txt /a.txt
